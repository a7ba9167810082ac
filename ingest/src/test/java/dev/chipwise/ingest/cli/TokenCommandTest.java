package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.http.TokenFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens from the command line. */
class TokenCommandTest {

    @TempDir private Path directory;

    @Test
    void createPrintsTheTextAndNothingElseOnStdout() {
        var run = run();

        assertThat(run.run("token", "create", "lab")).isZero();
        assertThat(run.out()).matches("cw_[0-9a-f]{8}_[A-Za-z0-9_-]{43}\\R");
        assertThat(run.err()).contains("not shown again");
    }

    @Test
    void listShowsWhatATokenIsButNeverItsText() {
        var run = run();
        run.run("token", "create", "lab", "--scope", "PUBLISH,READ");
        var text = run.out().strip();

        assertThat(run.run("token", "list", "--output", "jsonl")).isZero();
        assertThat(run.out())
                .contains("\"name\":\"lab\"", "\"scopes\":\"publish read\"")
                .doesNotContain(text);
    }

    @Test
    void revokeTakesATokenBackByItsId() {
        var run = run();
        run.run("token", "create", "lab");
        var id = tokens().list().get(0).id();

        assertThat(run.run("token", "revoke", id)).isZero();
        assertThat(tokens().list()).isEmpty();
        assertThat(run.run("token", "revoke", id)).isEqualTo(2);
        assertThat(run.err()).contains("chipwise token list");
    }

    @Test
    void anUnknownScopeIsWrongUsage() {
        var run = run();

        assertThat(run.run("token", "create", "lab", "--scope", "everything")).isEqualTo(2);
        assertThat(run.err()).contains("publish, read, admin");
    }

    private CommandRun run() {
        return new CommandRun().tokens(directory.resolve("tokens"));
    }

    private TokenFile tokens() {
        return new TokenFile(directory.resolve("tokens"));
    }
}
