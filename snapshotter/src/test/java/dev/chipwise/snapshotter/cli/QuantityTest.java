package dev.chipwise.snapshotter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "30, ms, 30",
        "30ms, ms, 30",
        "' 30 ms ', ms, 30",
        "0.03s, ms, 30",
        ".5ms, ms, 0.5",
        "1e3us, ms, 1",
        "512MB, MB, 512",
        "1.5GB, MB, 1536",
        "512KB, MB, 0.5",
        "2J, mJ, 2000",
        "500uJ, mJ, 0.5",
        "3W, mW, 3000",
        "20%/h, %/h, 20",
        "20, %/h, 20",
    })
    void readsAnAmountIntoTheMetricsUnit(String text, String unit, double amount) {
        assertThat(Quantity.parse("--max", text, unit)).isCloseTo(amount, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "fast",
                "ms",
                "-30ms",
                "0",
                "0ms",
                "30MS",
                "30 m s",
                "30GB",
                "NaN",
                "Infinity",
                "1e999",
                "1,5",
                "30ms30",
                "0x1F",
                "1e"
            })
    void refusesWhatIsNoAmountAndSaysWhatIs(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.parse("--max-latency", text, "ms"))
                .withMessage(
                        "--max-latency "
                                + text
                                + " is not an amount above 0 such as 30ms, in ms, s, us");
    }
}
