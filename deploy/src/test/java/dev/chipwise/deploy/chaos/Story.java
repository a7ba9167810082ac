package dev.chipwise.deploy.chaos;

import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.EventId;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The events of a seed, by number and without end: results of both kinds, registrations,
 * retractions. Equal seeds tell equal stories.
 *
 * @param hotShare of the results that are about one and the same model, in percent
 */
record Story(long seed, int hotShare) {

    private static final Instant START = Instant.parse("2024-03-04T06:00:00Z");
    private static final int MODELS = 8;
    private static final int VERSIONS = 2;
    private static final List<Hardware> HARDWARE =
            List.of(Samples.phone(), Samples.gpu(), Samples.cpu());
    private static final int REGISTERS_EVERY = 50;
    private static final int TAKES_BACK_EVERY = 97;
    private static final int BATTERY_EVERY = 5;

    static Story of(long seed) {
        return new Story(seed, 0);
    }

    Event event(int n) {
        if (n % REGISTERS_EVERY == 0) {
            return registration(n);
        }
        return n > TAKES_BACK_EVERY && n % TAKES_BACK_EVERY == 0
                ? ResultRetraction.of(result(n - 1), envelope(n), "a wrong driver")
                : (Event) result(n);
    }

    private Result result(int n) {
        var random = new Random(seed * 1_000_003 + n);
        var sample =
                Samples.result(n)
                        .of(model(random), "v" + random.nextInt(VERSIONS))
                        .on(HARDWARE.get(random.nextInt(HARDWARE.size())))
                        .with(envelope(n));
        return n % BATTERY_EVERY == 0
                ? sample.battery()
                : sample.measuring("latency_mean_ms", 5 + random.nextDouble()).benchmark();
    }

    private ModelVersion registration(int n) {
        int number = n / REGISTERS_EVERY;
        var sample = Samples.version(n, "model-" + number % MODELS, "v" + number % VERSIONS);
        return new ModelVersion(
                envelope(n),
                sample.model(),
                sample.version(),
                sample.parentTag(),
                sample.metadata());
    }

    private String model(Random random) {
        boolean hot = random.nextInt(100) < hotShare;
        return "model-" + (hot ? 0 : random.nextInt(MODELS));
    }

    private Envelope envelope(int n) {
        var at = START.plus(Duration.ofSeconds(n));
        return new Envelope(
                EventId.fresh(at, seed, seed << 32 | n),
                at,
                Samples.envelope(n).source(),
                Map.of("n", Integer.toString(n)));
    }
}
