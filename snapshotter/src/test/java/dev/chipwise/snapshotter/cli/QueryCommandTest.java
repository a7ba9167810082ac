package dev.chipwise.snapshotter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryCommandTest {

    @Test
    void handsTheStatementOverAsItIs() {
        var asked = query("SELECT 'a|b' -- why");

        assertThat(asked.code()).isZero();
        assertThat(asked.rows().rows()).containsExactly(List.of("SELECT 'a|b' -- why", 100_000));
    }

    @Test
    void limitsTheRows() {
        assertThat(query("--max-rows=5", "FROM t").column("most")).containsExactly("5");
        assertThat(query("--max-rows=0", "FROM t").failure())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--max-rows 0 is not 1 or more");
    }

    @Test
    void wantsOneStatement() {
        assertThat(query().code()).isEqualTo(2);
        assertThat(query("SELECT 1", "SELECT 2").code()).isEqualTo(2);
    }

    private static Asked query(String... arguments) {
        return Asked.of((out, hints) -> new QueryCommand(new Laboratory(), out), arguments);
    }
}
