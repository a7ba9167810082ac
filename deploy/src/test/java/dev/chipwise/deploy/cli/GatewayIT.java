package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.chipwise.ingest.http.Limits;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.samples.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real requests to a gateway in front of a real broker. */
class GatewayIT {

    private static final String RESULTS = "/v1/results";

    @TempDir private static Path directory;

    private static BrokerWithGateway running;
    private static Desk desk;

    private final GatewayCaller caller = running.caller();

    @BeforeAll
    static void start() {
        desk = new Desk(directory);
        running = new BrokerWithGateway(directory, false, Limits.DEFAULT);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void whatIsAcceptedIsOnTheTopicInWhicheverFormItCame() throws IOException {
        var array =
                IntStream.range(10, 13)
                        .mapToObj(GatewayCaller::result)
                        .collect(Collectors.joining(",", "[", "]"));
        var event = Samples.benchmark(1);
        var avro = Codecs.benchmarkResult().encode(event);

        var replies =
                List.of(
                        caller.post(RESULTS, GatewayCaller.JSON, GatewayCaller.result(1)),
                        caller.post(RESULTS, GatewayCaller.JSON, array),
                        caller.post(RESULTS, GatewayCaller.NDJSON, GatewayCaller.lines(20, 500)),
                        caller.post(RESULTS, "application/avro", avro),
                        gzip(GatewayCaller.lines(600, 5)),
                        zstd(GatewayCaller.lines(700, 5).getBytes(StandardCharsets.UTF_8)));

        assertThat(replies).extracting(GatewayCaller.Reply::status).containsOnly(202);
        var accepted = replies.stream().flatMap(reply -> reply.acceptedIds().stream()).toList();
        assertThat(accepted).hasSize(1 + 3 + 500 + 1 + 5 + 5);
        assertThat(running.keptIds()).containsAll(accepted);
        assertThat(replies.get(0).each("topic")).containsExactly("benchmark.result.v1");
    }

    @Test
    void aBombATooLargeBodyAndAnUnknownTypeReachNoTopic() throws IOException {
        var before = running.keptIds().size();

        assertThat(gzip(" ".repeat(200 << 20)).status()).isEqualTo(413);
        assertThat(zstd(new byte[200 << 20]).status()).isEqualTo(413);
        assertThat(caller.post(RESULTS, GatewayCaller.NDJSON, new byte[17 << 20]).code())
                .isEqualTo("too_large");
        assertThat(caller.post(RESULTS, "text/csv", "a,b").status()).isEqualTo(415);
        assertThat(running.keptIds()).hasSize(before);
    }

    @Test
    void aRetriedRequestNamesTheSameEvents() throws IOException {
        var first = caller.post(RESULTS, GatewayCaller.NDJSON, GatewayCaller.lines(800, 9));
        var again = caller.post(RESULTS, GatewayCaller.NDJSON, GatewayCaller.lines(800, 9));

        assertThat(again.acceptedIds()).isEqualTo(first.acceptedIds()).hasSize(9);
    }

    @Test
    void publishingThroughTheGatewaySaysTheSameAsPublishingToTheBroker() throws IOException {
        var file = directory.resolve("mixed.jsonl");
        var wrong =
                GatewayCaller.result(901).replace("\"latency_mean_ms\":", "\"latency_mean_ms\":-");
        Files.writeString(file, GatewayCaller.lines(900, 1) + "\n" + wrong + "\n{oops\n");

        var through = desk.run("publish", file.toString(), "--gateway", running.url());
        var straight =
                desk.bare(
                        "publish",
                        file.toString(),
                        "--bootstrap-server",
                        running.cluster().bootstrapServers());

        assertThat(through).isEqualTo(straight);
        assertThat(through.lines()).containsExactly("1 accepted, 2 rejected");
        assertThat(through.code()).isEqualTo(ExitCode.INPUT_INVALID);
    }

    @Test
    void aGatewayThatIsNotThereIsFive() throws IOException {
        var file = directory.resolve("one.jsonl");
        Files.writeString(file, GatewayCaller.result(1));

        var answer = desk.run("publish", file.toString(), "--gateway", "http://127.0.0.1:1");

        assertThat(answer.code()).isEqualTo(ExitCode.NOT_REACHABLE);
        assertThat(answer.err()).contains("--gateway right?", "when the gateway is back");
    }

    @Test
    void requestsRecordsAndBytesAreCounted() throws IOException {
        caller.post(RESULTS, GatewayCaller.JSON, GatewayCaller.result(1));
        caller.post(RESULTS, GatewayCaller.JSON, GatewayCaller.result(1).replace("5.010", "0"));
        caller.post("/v1/made-up-by-a-client", GatewayCaller.JSON, "{}");

        assertThat(running.scrape())
                .contains("chipwise_gateway_requests_total{path=\"/v1/results\",status=\"202\"}")
                .contains("chipwise_gateway_requests_total{path=\"other\",status=\"404\"}")
                .contains(
                        "chipwise_gateway_records_total{outcome=\"rejected\",path=\"/v1/results\",reason=\"zero\"}")
                .contains(
                        "chipwise_gateway_records_total{outcome=\"accepted\",path=\"/v1/results\",reason=\"none\"}")
                .contains("chipwise_gateway_received_bytes_total")
                .contains("chipwise_publisher_events_total{outcome=\"accepted\",reason=\"none\"}")
                .contains("chipwise_publisher_acknowledged_seconds_count")
                .doesNotContain("made-up");
    }

    private GatewayCaller.Reply gzip(String body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(packed)) {
            packing.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return caller.post(
                RESULTS, GatewayCaller.NDJSON, packed.toByteArray(), "Content-Encoding", "gzip");
    }

    private GatewayCaller.Reply zstd(byte[] body) throws IOException {
        return caller.post(
                RESULTS, GatewayCaller.NDJSON, Zstd.compress(body), "Content-Encoding", "zstd");
    }
}
