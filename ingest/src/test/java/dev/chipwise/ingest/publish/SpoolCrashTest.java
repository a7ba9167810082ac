package dev.chipwise.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Acknowledgement.Spooled;
import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ResultValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever goes on with a spool as it lay on disk at any moment publishes everything that was called
 * spooled and is not with the broker, in order, and nothing else.
 */
class SpoolCrashTest {

    private static final int EVENTS = 120;
    private static final int MOST_CRASHES = 25;
    private static final long BOUND = 300_000;

    private final Admission rules =
            Admission.byRules(new ResultValidator(Catalog.shipped()), ResultSamples.CLOCK);
    private final AtomicLong nanos = new AtomicLong();
    private final List<Crash> crashes = new ArrayList<>();

    @TempDir private Path directory;

    /** What a kill leaves: the files, what callers had been told, what the broker had. */
    private record Crash(Path spool, int handedOver, Set<Integer> told, Set<Integer> kept) {}

    private final Set<Integer> told = new TreeSet<>();
    private int handedOver;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingToldIsLostAndOrderStaysWhereverItCrashes(long seed) throws IOException {
        // Given
        var random = new Random(seed);
        var broker = new FlakyBroker(seed);
        broker.before(() -> crashSometimes(broker, random));
        live(broker, random);

        for (var crash : crashes) {
            // When
            boolean torn = random.nextBoolean() && tearTail(crash, random);
            var sent = recover(crash, seed);

            // Then
            var afterwards = new TreeSet<>(crash.kept());
            afterwards.addAll(sent);
            assertThat(afterwards).as("told, so not lost").containsAll(crash.told());
            assertThat(sent).as("in order").isSorted();
            assertThat(afterwards).allMatch(number -> number < crash.handedOver());
            int lost = crash.handedOver() - afterwards.size();
            assertThat(lost).as("a torn tail costs one entry").isLessThanOrEqualTo(torn ? 1 : 0);
        }
        assertThat(crashes).hasSizeGreaterThan(10);
    }

    /** Publishes over a broker that comes and goes, with a new publisher now and then. */
    private void live(FlakyBroker broker, Random random) {
        while (handedOver < EVENTS) {
            try (var publisher = open(directory.resolve("live"), broker)) {
                for (int calls = random.nextInt(40); calls > 0 && handedOver < EVENTS; calls--) {
                    maybe(random, 6, () -> broker.takes(random.nextInt(25)));
                    maybe(random, 6, () -> nanos.addAndGet(Duration.ofHours(1).toNanos()));
                    publish(publisher, broker, random);
                    maybe(random, 10, publisher::flush);
                    crashSometimes(broker, random);
                }
            }
        }
    }

    private void publish(SpoolingPublisher publisher, FlakyBroker broker, Random random) {
        int number = handedOver++;
        publisher
                .publish(ResultSamples.result(number))
                .thenAccept(
                        said -> {
                            assertThat(said).isInstanceOfAny(Accepted.class, Spooled.class);
                            told.add(number);
                        });
    }

    private void crashSometimes(FlakyBroker broker, Random random) {
        if (random.nextInt(8) == 0 && crashes.size() < MOST_CRASHES) {
            var copy = directory.resolve("crash-" + crashes.size());
            copy(directory.resolve("live"), copy);
            crashes.add(new Crash(copy, handedOver, new TreeSet<>(told), numbers(broker.kept())));
        }
    }

    /** Cuts into the last entry, as a power cut may where it was not synced; false if it was. */
    private boolean tearTail(Crash crash, Random random) throws IOException {
        int last = crash.handedOver() - 1;
        if (crash.told().contains(last) || crash.kept().contains(last)) {
            return false;
        }
        try (var files = Files.list(crash.spool())) {
            var segment =
                    files.filter(file -> file.toString().endsWith(".spool"))
                            .sorted()
                            .reduce((one, next) -> next)
                            .orElseThrow();
            var bytes = Files.readAllBytes(segment);
            int cut = 1 + random.nextInt(100);
            Files.write(segment, Arrays.copyOf(bytes, bytes.length - cut));
        }
        return true;
    }

    private List<Integer> recover(Crash crash, long seed) {
        var broker = new FlakyBroker(seed).takes(EVENTS);
        try (var publisher = open(crash.spool(), broker)) {
            publisher.flush();
            assertThat(publisher.waiting()).isZero();
        }
        return broker.kept().stream().map(SpoolCrashTest::number).toList();
    }

    private SpoolingPublisher open(Path spool, FlakyBroker broker) {
        var pause = new RetryPause(Duration.ofMinutes(1), nanos::get);
        return new SpoolingPublisher(Spool.open(spool, BOUND), broker::connect, rules, pause);
    }

    private static void maybe(Random random, int oneIn, Runnable action) {
        if (random.nextInt(oneIn) == 0) {
            action.run();
        }
    }

    private static Set<Integer> numbers(List<Event> events) {
        var numbers = new LinkedHashSet<Integer>();
        events.forEach(event -> numbers.add(number(event)));
        return numbers;
    }

    private static int number(Event event) {
        var age = Duration.between(event.envelope().occurredAt(), ResultSamples.NOW);
        return Math.toIntExact(age.toSeconds());
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            try (var files = Files.list(from)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
