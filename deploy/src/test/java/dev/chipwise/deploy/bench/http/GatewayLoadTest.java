package dev.chipwise.deploy.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.chipwise.deploy.bench.Load;
import dev.chipwise.deploy.bench.LoadShape;
import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultValidator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayLoadTest {

    private static final URI GATEWAY = URI.create("http://127.0.0.1:8484");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Catalog catalog = Catalog.shipped();
    private final List<Result> results =
            new Load(LoadShape.small(4), catalog, 1, NOW).mixed(4, 200);
    private final List<BenchmarkResult> benchmarks =
            results.stream()
                    .filter(BenchmarkResult.class::isInstance)
                    .map(BenchmarkResult.class::cast)
                    .toList();
    private final GatewayLoad load = new GatewayLoad(results, catalog);

    @Test
    void whatAProducerSendsSaysTheSameOfTheSameCells() {
        assertThat(load.wires())
                .extracting(Wire::event)
                .zipSatisfy(
                        benchmarks,
                        (read, made) -> {
                            var result = (BenchmarkResult) read;
                            assertThat(result.envelope().eventId())
                                    .isEqualTo(made.envelope().eventId());
                            assertThat(result.subject().cell()).isEqualTo(made.subject().cell());
                            assertThat(result.measurements()).hasSameSizeAs(made.measurements());
                        });
    }

    @Test
    void everyRecordIsOneThatAGatewayAccepts() {
        var rules =
                Admission.byRules(
                        new ResultValidator(catalog),
                        Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC));

        assertThat(load.wires()).allMatch(wire -> rules.refusal(wire.event()).isEmpty());
    }

    @Test
    void requestsCarryEachRecordOnceAndTheLastWhatIsLeft() {
        var posts = load.posts(GATEWAY, 30);

        assertThat(posts).hasSize((benchmarks.size() + 29) / 30);
        assertThat(posts.stream().flatMap(post -> post.eventIds().stream()))
                .containsExactlyElementsOf(
                        benchmarks.stream().map(each -> each.envelope().eventId()).toList());
    }

    @Test
    void aRequestSaysHowLongItsBodyIs() {
        var text = new String(load.posts(GATEWAY, 2).get(0).bytes(), StandardCharsets.UTF_8);
        var body = text.substring(text.indexOf("\r\n\r\n") + 4);

        assertThat(text)
                .startsWith("POST /v1/results HTTP/1.1\r\nHost: 127.0.0.1:8484\r\n")
                .contains("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        assertThat(body.lines()).hasSize(2);
    }

    @Test
    void refusesALoadWithoutRecords() {
        assertThatIllegalStateException().isThrownBy(() -> new GatewayLoad(List.of(), catalog));
    }
}
