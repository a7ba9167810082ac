package dev.chipwise.snapshotter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Struct;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is loaded is read back as it was, to the last bit and character. */
class RowLoaderTest {

    private static final String ODD = "\"a\\b\"{}[]=,:' \u0001\t\n\u2028 Größe 𝄞";
    private static final double[] DOUBLES = {
        0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e22, Double.NaN, Double.NEGATIVE_INFINITY
    };

    private record Reading(String name, Double value, Instant at, Long count, List<String> tags) {}

    private DuckDbFile file;

    @BeforeEach
    void open() throws SQLException {
        file = DuckDbFile.inMemory(DuckDbSettings.DEFAULT);
    }

    @AfterEach
    void close() throws SQLException {
        file.close();
    }

    @Test
    void keepsTextsAndNumbersAndBytesAndTimes() throws SQLException {
        // Given
        var at = Instant.parse("1969-12-31T23:59:59.123456Z");
        var bytes = new byte[] {0, -1, 127, -128};
        file.execute("CREATE TABLE kept (a VARCHAR, b DOUBLE, c TIMESTAMP, d BLOB, e BOOLEAN)");
        var table =
                new Columns<Double>()
                        .text("a", any -> ODD)
                        .number("b", value -> value)
                        .time("c", any -> at)
                        .bytes("d", any -> bytes)
                        .flag("e", any -> true)
                        .of("kept");

        // When
        table.append(file, Arrays.stream(DOUBLES).boxed().toList());

        // Then
        var read =
                file.query(
                        "FROM kept",
                        row -> {
                            assertThat(row.text("a")).isEqualTo(ODD);
                            assertThat(row.time("c")).isEqualTo(at);
                            assertThat(row.bytes("d")).isEqualTo(bytes);
                            assertThat(row.flag("e")).isTrue();
                            return row.number("b");
                        });
        assertThat(read).containsExactly(Arrays.stream(DOUBLES).boxed().toArray(Double[]::new));
    }

    @Test
    void keepsListsAndMaps() throws SQLException {
        // Given
        file.execute(
                "CREATE TABLE kept (a VARCHAR[], b DOUBLE[], c MAP(VARCHAR, VARCHAR), d MAP(VARCHAR,"
                        + " DOUBLE), e INTEGER[])");
        var table =
                new Columns<Integer>()
                        .texts("a", any -> List.of(ODD, ""))
                        .numbers("b", any -> DOUBLES)
                        .textMap("c", any -> Map.of(ODD, ODD))
                        .numberMap("d", any -> Map.of(ODD, Double.MIN_VALUE))
                        .integers("e", any -> new int[] {1, -2})
                        .of("kept");

        // When
        table.append(file, List.of(1));

        // Then
        file.each(
                "FROM kept",
                row -> {
                    assertThat(row.list("a")).containsExactly(ODD, "");
                    assertThat(row.list("b"))
                            .containsExactly(Arrays.stream(DOUBLES).boxed().toArray());
                    assertThat(row.texts("c")).containsExactly(Map.entry(ODD, ODD));
                    assertThat(row.numbers("d")).containsExactly(Map.entry(ODD, Double.MIN_VALUE));
                    assertThat(row.list("e")).containsExactly(1, -2);
                    return null;
                });
    }

    @Test
    void keepsPartsOfARow() throws SQLException {
        // Given
        file.execute(
                "CREATE TABLE kept (a STRUCT(name VARCHAR, value DOUBLE, \"at\" TIMESTAMP, count BIGINT,"
                        + " tags VARCHAR[])[])");
        var fields =
                new Columns<Reading>()
                        .text("name", Reading::name)
                        .number("value", Reading::value)
                        .time("at", Reading::at)
                        .bigint("count", Reading::count)
                        .texts("tags", Reading::tags)
                        .list();
        var at = Instant.parse("2026-11-25T14:00:00.000001Z");
        var full = new Reading(ODD, 0.1 + 0.2, at, Long.MAX_VALUE, List.of(ODD));
        var empty = new Reading(null, null, null, null, null);
        var table =
                new Columns<Integer>().structs("a", fields, any -> List.of(full, empty)).of("kept");

        // When
        table.append(file, List.of(1));

        // Then
        assertThat(file.query("SELECT a::VARCHAR AS a FROM kept", row -> row.text("a")).get(0))
                .contains("2026-11-25 14:00:00.000001")
                .contains(Long.toString(Long.MAX_VALUE));
        var parts = file.query("FROM kept", row -> row.list("a")).get(0);
        assertThat(((Struct) parts.get(0)).getAttributes()).startsWith(ODD, 0.1 + 0.2);
        assertThat(((Struct) parts.get(1)).getAttributes()).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2_047, 2_048, 2_049, 10_000})
    void loadsEveryRowOnceAndInOrder(int count) throws SQLException {
        // Given
        file.execute("CREATE TABLE kept (a INTEGER, b VARCHAR)");
        var table =
                new Columns<Integer>()
                        .integer("a", row -> row % 3 == 0 ? null : row)
                        .text("b", row -> row % 5 == 0 ? null : "row " + row)
                        .of("kept");
        var rows = IntStream.range(0, count).boxed().toList();

        // When
        table.append(file, rows);
        table.append(file, List.of());

        // Then
        var read = file.query("FROM kept", row -> row.integer("a") + " " + row.text("b"));
        assertThat(read)
                .isEqualTo(
                        rows.stream()
                                .map(
                                        row ->
                                                (row % 3 == 0 ? null : row)
                                                        + " "
                                                        + (row % 5 == 0 ? null : "row " + row))
                                .toList());
    }

    @Test
    void failsWhenAValueCannotBeMade() throws SQLException {
        // Given
        file.execute("CREATE TABLE kept (a UUID)");
        var table = new Columns<String>().uuid("a", row -> row).of("kept");

        // Then
        assertThatThrownBy(() -> table.append(file, List.of("not an id")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not an id");
    }
}
