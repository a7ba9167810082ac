package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that people copy, before servers that answer otherwise than they should. */
@Timeout(60)
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();

    @TempDir private Path directory;

    /** What to answer next; the last one for ever. */
    private final Deque<Said> answers = new ArrayDeque<>();

    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private String url;

    private record Said(int status, String text) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aDeviceMayBeCalledAnything() throws Exception {
        answers.add(new Said(202, "{}"));

        assertThat(run("sh", "phone.sh", "m", "v1", "Phone \"X\" \\ 2", "12.5")).isZero();

        var sent = new ObjectMapper().readTree(bodies.get(0));
        assertThat(sent.at("/hardware/device").asText()).isEqualTo("Phone \"X\" \\ 2");
        assertThat(sent.at("/metrics/latency_mean_ms").asDouble()).isEqualTo(12.5);
    }

    @Test
    void aLatencyThatIsNoNumberIsWrongUsage() throws Exception {
        assertThat(run("sh", "phone.sh", "m", "v1", "X", "fast")).isEqualTo(2);
        assertThat(bodies).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"408, 5", "429, 5", "503, 5", "404, 4", "422, 4"})
    void thePhoneSaysWhatMayBeSentAgain(int status, int exit) throws Exception {
        answers.add(new Said(status, "{}"));

        assertThat(run("sh", "phone.sh", "m", "v1", "X", "12.5")).isEqualTo(exit);
    }

    @Test
    void pythonSendsPiecesAndCountsOverAllOfThem() throws Exception {
        answers.add(new Said(202, statuses(500, -1)));
        answers.add(new Said(502, "<html>proxy"));
        answers.add(new Said(504, "<html>proxy"));
        answers.add(new Said(202, statuses(500, 7)));
        answers.add(new Said(202, statuses(200, -1)));

        assertThat(run("python3", "publish.py", file(1200))).isEqualTo(4);

        assertThat(bodies).hasSize(5).allMatch(body -> body.lines().count() <= 500);
        assertThat(said()).contains("record 507: zero", "1199 accepted, 1 rejected");
    }

    @Test
    void pythonSaysWhatSomethingElseThanAGatewayAnswers() throws Exception {
        answers.add(new Said(404, "<html>nothing here"));

        assertThat(run("python3", "publish.py", file(1))).isEqualTo(4);

        assertThat(said()).contains("404").doesNotContain("Traceback", "JSONDecodeError");
    }

    @Test
    void theLoopGivesUpWhereAnotherTryWouldNotHelp() throws Exception {
        answers.add(new Said(503, "{}"));
        answers.add(new Said(408, "{}"));
        answers.add(new Said(404, "<html>nothing here"));

        assertThat(run("sh", "loop.sh", file(3))).isEqualTo(4);
        assertThat(said()).contains("404", url);
        assertThat(bodies).hasSize(3);
        url = "htp://127.0.0.1:1";
        assertThat(run("sh", "loop.sh", file(3))).isEqualTo(4);
        assertThat(said()).contains(url);
        url = "http://127.0.0.1:1";
        assertThat(run("sh", "loop.sh", directory.resolve("gone").toString())).isEqualTo(2);
    }

    @Test
    void theLoopSaysThatItWaits() throws Exception {
        server.stop(0);
        var process = start("sh", "loop.sh", file(3));
        try {
            while (!said().contains("no answer from " + url)) {
                assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).as("it ended").isFalse();
            }
        } finally {
            process.destroy();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        var sent = exchange.getRequestBody().readAllBytes();
        InputStream body = new ByteArrayInputStream(sent);
        try (var text = zipped ? new GZIPInputStream(body) : body) {
            bodies.add(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
        var said = answers.size() > 1 ? answers.remove() : answers.element();
        var bytes = said.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Retry-After", "0");
        exchange.sendResponseHeaders(said.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The receipt of so many records, of which one may be rejected. */
    private static String statuses(int count, int rejected) {
        return IntStream.range(0, count)
                .mapToObj(
                        index ->
                                String.format(
                                        Locale.ROOT,
                                        "{\"index\":%d,\"status\":\"%s\",\"reason\":\"zero\","
                                                + "\"field\":\"f\",\"fix\":\"x\"}",
                                        index,
                                        index == rejected ? "rejected" : "accepted"))
                .collect(Collectors.joining(",", "{\"records\":[", "]}"));
    }

    private String file(int count) throws IOException {
        var lines = IntStream.range(0, count).mapToObj(number -> "{\"n\":" + number + "}").toList();
        return Files.write(directory.resolve("lines.jsonl"), lines).toString();
    }

    private int run(String interpreter, String... words) throws Exception {
        var process = start(interpreter, words);
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).as("%s ended", words[0]).isTrue();
        return process.exitValue();
    }

    private Process start(String interpreter, String... words) throws IOException {
        assumeTrue(isOnPath("curl") && isOnPath(interpreter), "curl and Python are needed");
        var command = new ArrayList<>(List.of(interpreter, EXAMPLES.resolve(words[0]).toString()));
        command.addAll(List.of(words).subList(1, words.length));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CHIPWISE_GATEWAY", url);
        builder.environment().put("CHIPWISE_PAUSE", "0.1");
        builder.environment().put("CHIPWISE_RETRIES", "0");
        return builder.redirectOutput(directory.resolve("said.log").toFile()).start();
    }

    private String said() throws IOException {
        return Files.readString(directory.resolve("said.log"));
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
