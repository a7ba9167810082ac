package dev.chipwise.ingest.adapter;

import java.util.List;
import java.util.Locale;

/**
 * A column of a battery log.
 *
 * @param unit what its name says at the end, such as {@code mv} in {@code voltage_mv}; empty where
 *     it says none
 */
record BatteryColumn(int index, String name, String unit) {

    /**
     * The first of the names that the header has, with or without one of the units behind it;
     * spelling in capitals and with signs does not matter. Null where it has none.
     */
    static BatteryColumn find(List<String> header, List<String> names, List<String> units) {
        for (var name : names) {
            for (int i = 0; i < header.size(); i++) {
                var plain = plain(header.get(i));
                var rest = plain.startsWith(name) ? plain.substring(name.length()) : null;
                if (rest != null && (rest.isEmpty() || units.contains(rest))) {
                    return new BatteryColumn(i, header.get(i).strip(), rest);
                }
            }
        }
        return null;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("µ", "u").replaceAll("[^a-z0-9]", "");
    }
}
