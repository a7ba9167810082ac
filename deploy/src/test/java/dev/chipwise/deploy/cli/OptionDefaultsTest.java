package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flag wins over the environment, that over the configuration file, that over the standard. */
class OptionDefaultsTest {

    @TempDir private Path home;

    @Test
    void theStandardDirectoryIsBelowTheHomeOrWhereXdgSays() {
        assertThat(directoryUsed(desk())).isEqualTo(home("home", ".local", "share", "chipwise"));
        assertThat(directoryUsed(desk().with("XDG_DATA_HOME", home("xdg").toString())))
                .isEqualTo(home("xdg", "chipwise"));
    }

    @Test
    void theConfigurationFileWinsOverTheStandard() throws IOException {
        configure(home("home", ".config", "chipwise", "config.properties"), "from-file");

        assertThat(directoryUsed(desk())).isEqualTo(home("from-file"));
    }

    @Test
    void aNamedConfigurationFileIsReadInsteadOfTheUsualOne() throws IOException {
        configure(home("home", ".config", "chipwise", "config.properties"), "from-file");
        configure(home("xdg", "chipwise", "config.properties"), "from-xdg");
        configure(home("own.properties"), "from-named");

        var desk = desk().with("XDG_CONFIG_HOME", home("xdg").toString());

        assertThat(directoryUsed(desk)).isEqualTo(home("from-xdg"));
        assertThat(directoryUsed(desk.with("CHIPWISE_CONFIG", home("own.properties").toString())))
                .isEqualTo(home("from-named"));
    }

    @Test
    void theEnvironmentWinsOverTheFileAndAFlagOverBoth() throws IOException {
        configure(home("home", ".config", "chipwise", "config.properties"), "from-file");
        var desk = desk().with("CHIPWISE_DATA_DIR", home("from-environment").toString());

        assertThat(directoryUsed(desk)).isEqualTo(home("from-environment"));
        assertThat(directoryUsed(desk, "--data-dir", home("from-flag").toString()))
                .isEqualTo(home("from-flag"));
    }

    @Test
    void anOptionOfOneCommandHasAVariableToo() {
        assertThat(desk().with("CHIPWISE_PORT", "many").bare("up").err())
                .contains("--port")
                .contains("'many' is not an int");
    }

    @Test
    void aConfigurationFileThatIsNotThereIsWrongUsage() {
        var answer = desk().with("CHIPWISE_CONFIG", home("missing").toString()).bare("scores");

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("CHIPWISE_CONFIG").contains(home("missing").toString());
    }

    private Desk desk() {
        return new Desk(home);
    }

    private Path home(String... names) {
        return home.resolve(Path.of("", names));
    }

    private void configure(Path file, String dataDirectory) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "data-dir=" + home(dataDirectory) + "\n");
    }

    /** The directory in which a question found no store. */
    private static Path directoryUsed(Desk desk, String... options) {
        var words = new String[options.length + 1];
        words[0] = "scores";
        System.arraycopy(options, 0, words, 1, options.length);
        var said = desk.bare(words).err();
        assertThat(said).startsWith("chipwise: there is no store in ");
        return Path.of(said.replaceFirst(".*no store in (\\S+) yet.*\\s*", "$1"));
    }
}
