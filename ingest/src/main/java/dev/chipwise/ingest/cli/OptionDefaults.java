package dev.chipwise.ingest.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option comes from when its flag is not given: {@code --data-dir} is read from {@code
 * CHIPWISE_DATA_DIR}, then from {@code data-dir} in the configuration file.
 */
public final class OptionDefaults implements IDefaultValueProvider {

    private final Map<String, String> environment;
    private final Properties file;

    private OptionDefaults(Map<String, String> environment, Properties file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * Reads {@code CHIPWISE_CONFIG}, or {@code $XDG_CONFIG_HOME/chipwise/config.properties} where
     * it exists.
     *
     * @throws IllegalArgumentException when it is there and cannot be read
     */
    public static OptionDefaults from(Map<String, String> environment) {
        var properties = new Properties();
        var path = configFile(environment);
        if (Files.isReadable(path)) {
            try (var reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        path
                                + " is no properties file ("
                                + e.getMessage()
                                + "); mend or remove it");
            }
        } else if (environment.containsKey("CHIPWISE_CONFIG")) {
            throw new IllegalArgumentException(
                    "CHIPWISE_CONFIG names " + path + ", which cannot be read");
        }
        return new OptionDefaults(environment, properties);
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)
                || !option.longestName().startsWith("--")
                || option.usageHelp()
                || option.versionHelp()) {
            return null;
        }
        var name = option.longestName().substring(2);
        var fromEnvironment =
                environment.get("CHIPWISE_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
        return fromEnvironment != null ? fromEnvironment : file.getProperty(name);
    }

    private static Path configFile(Map<String, String> environment) {
        var named = environment.get("CHIPWISE_CONFIG");
        if (named != null) {
            return Path.of(named);
        }
        var xdg = environment.get("XDG_CONFIG_HOME");
        var base =
                xdg == null || xdg.isBlank()
                        ? Path.of(environment.getOrDefault("HOME", "."), ".config")
                        : Path.of(xdg);
        return base.resolve("chipwise").resolve("config.properties");
    }
}
