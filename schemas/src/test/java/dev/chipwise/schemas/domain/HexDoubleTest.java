package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HexDoubleTest {

    private static final int SOME = 100_000;

    @Test
    void writesEveryKindOfDoubleAsTheJdkDoes() {
        DoubleStream.of(
                        0,
                        -0.0,
                        1,
                        -1,
                        10,
                        0.1,
                        1.0 / 3,
                        Double.MIN_VALUE,
                        -Double.MIN_VALUE,
                        Double.MIN_NORMAL,
                        Math.nextDown(Double.MIN_NORMAL),
                        Double.MAX_VALUE,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY)
                .forEach(HexDoubleTest::isWrittenAsTheJdkDoes);
    }

    @Test
    void writesAnyBitsAsTheJdkDoes() {
        var random = new Random(1);
        for (int i = 0; i < SOME; i++) {
            isWrittenAsTheJdkDoes(Double.longBitsToDouble(random.nextLong()));
            isWrittenAsTheJdkDoes(random.nextInt(SOME) / 100.0);
        }
    }

    private static void isWrittenAsTheJdkDoes(double number) {
        var text = new StringBuilder();
        HexDouble.write(number, text);
        assertThat(text.toString()).isEqualTo(Double.toHexString(number));
    }
}
