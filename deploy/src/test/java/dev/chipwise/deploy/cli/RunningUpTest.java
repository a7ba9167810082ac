package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.ingest.cli.NotReachableException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who owns a data directory, as other processes see it. */
class RunningUpTest {

    @TempDir private Path root;

    @Test
    void nobodyRunsWhereNobodyWroteThatHeDoes() {
        assertThat(RunningUp.find(directory())).isEmpty();
        assertThatThrownBy(() -> RunningUp.require(directory()))
                .isInstanceOf(NotReachableException.class)
                .hasMessageContaining(root.toString())
                .hasMessageContaining("chipwise up");
    }

    @Test
    void theOwnerIsFoundAndKeepsOthersOutUntilItIsKilled() throws IOException {
        try (var owner = LockHolder.start(root)) {
            var found = RunningUp.find(directory()).orElseThrow();
            assertThat(found.bootstrapServers()).isEqualTo("broker:9092");
            assertThat(found.opsPort()).isEqualTo(8123);
            assertThat(found.pid()).isEqualTo(owner.process().pid());
            assertThatThrownBy(() -> RunningUp.own(directory()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("another 'chipwise up' runs on " + root);
        }

        assertThat(RunningUp.find(directory())).isEmpty();
        RunningUp.own(directory()).close();
    }

    @Test
    void lookingForOurselvesDoesNotGiveTheDirectoryAway() throws Exception {
        var directory = directory();
        var ownership = RunningUp.own(directory);
        RunningUp.here("broker:9092", 8123).write(directory);

        assertThat(RunningUp.find(directory)).isPresent();

        var other = LockHolder.tryToOwn(root);
        ownership.close();
        assertThat(other).isEqualTo("refused");
    }

    private DataDirectory directory() {
        return new DataDirectory(root);
    }
}
