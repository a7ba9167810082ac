package dev.chipwise.house;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every rule about who may touch what, by its name, for the packages below one root. */
final class HouseRules {

    private HouseRules() {}

    static Map<String, ArchRule> below(String root) {
        var packages = new Packages(root);
        var rules = new LinkedHashMap<String, ArchRule>();
        Technology.ALL.forEach(
                technology ->
                        rules.put(
                                technology.name() + ": at home", technology.staysAtHome(packages)));
        rules.putAll(Structure.rules(packages));
        rules.putAll(Purity.rules(packages));
        return rules;
    }
}
