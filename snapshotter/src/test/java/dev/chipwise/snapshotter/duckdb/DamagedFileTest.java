package dev.chipwise.snapshotter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.snapshotter.store.StoreException;
import dev.chipwise.snapshotter.store.StoreVerifier;
import dev.chipwise.snapshotter.store.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crash tears goes on from the last whole batch; what else is damaged says what helps. */
class DamagedFileTest {

    private static final Catalog CATALOG = Catalog.shipped();
    private static final int HEADER = 4096;

    @TempDir Path directory;
    private byte[] file;
    private byte[] log;
    private long batches;

    /** A file and its log as a killed owner leaves them. */
    @BeforeEach
    void fill() throws IOException {
        var owned = directory.resolve("owned.duckdb");
        try (var store = DuckDbStore.open(owned, DuckDbSettings.DEFAULT, CATALOG)) {
            var traffic = Traffic.of(7, 60);
            store.start(traffic.starts());
            traffic.batches(new Random(7), 20).forEach(store::write);
            batches = store.progress().lastBatch();
            file = Files.readAllBytes(owned);
            log = Files.readAllBytes(Path.of(owned + ".wal"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000})
    void aTornLogGoesOnFromTheBatchBefore(int torn) throws IOException {
        try (var store = open(file, Arrays.copyOf(log, log.length - torn))) {
            assertThat(store.progress().lastBatch()).isEqualTo(batches - 1);
            assertThat(StoreVerifier.verifyRecords(store.contents())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.999})
    void aFlippedByteInTheLogIsRefused(double place) {
        log[(int) (place * log.length)] ^= 0x10;

        assertThatThrownBy(() -> open(file, log))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has a damaged log")
                .hasMessageContaining("chipwise store restore")
                .hasMessageContaining("chipwise store rebuild");
    }

    @Test
    void aFlippedByteInTheFileIsDamageAndNobodysLock() {
        file[HEADER / 2] ^= 0x10;
        Arrays.fill(file, HEADER, 3 * HEADER, (byte) 0x55);

        assertThatThrownBy(() -> open(file, new byte[0]))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged; 'chipwise store restore'")
                .hasMessageNotContaining("another process");
    }

    @Test
    void aFileCutShortIsRefused() {
        assertThatThrownBy(() -> open(Arrays.copyOf(file, file.length / 2), new byte[0]))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged; 'chipwise store restore'");
    }

    @Test
    void whatIsNoDatabaseIsLeftAlone() throws IOException {
        var text = "a text that somebody keeps here".getBytes();

        assertThatThrownBy(() -> open(text, new byte[0]))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is no store")
                .hasMessageContaining("choose another --data-dir");
        assertThat(directory.resolve("damaged.duckdb")).hasBinaryContent(text);
    }

    @Test
    void aFileOfALaterVersionIsRefused() throws IOException, SQLException {
        var later = directory.resolve("later.duckdb");
        DriverManager.getConnection("jdbc:duckdb:" + later).close();

        assertThatThrownBy(() -> open(Files.readAllBytes(later), new byte[0]))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("of a version that this program does not write");
    }

    private DuckDbStore open(byte[] file, byte[] log) throws IOException {
        var damaged = Files.write(directory.resolve("damaged.duckdb"), file);
        if (log.length > 0) {
            Files.write(Path.of(damaged + ".wal"), log);
        }
        return DuckDbStore.open(damaged, DuckDbSettings.DEFAULT, CATALOG);
    }
}
