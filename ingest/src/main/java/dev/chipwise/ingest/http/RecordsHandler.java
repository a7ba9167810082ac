package dev.chipwise.ingest.http;

import dev.chipwise.ingest.adapter.ImportContext;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.Source;
import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the records of one request, and says what became of each once the broker has. */
final class RecordsHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RecordsHandler.class);
    private static final Source SOURCE =
            new Source(Source.Kind.GATEWAY, "chipwise gateway", null, null);
    private static final int LONGEST_KEY = 255;

    private final Publisher publisher;
    private final RecordReader reader;
    private final Limits limits;
    private final Answers answers;
    private final GatewayListener listener;
    private final LongSupplier nanos;
    private final Bodies bodies;
    private final Semaphore places;
    private final Outage outage;

    RecordsHandler(
            Publisher publisher,
            RecordReader reader,
            Limits limits,
            Answers answers,
            GatewayListener listener,
            LongSupplier nanos) {
        this.publisher = publisher;
        this.reader = reader;
        this.limits = limits;
        this.answers = answers;
        this.listener = listener;
        this.nanos = nanos;
        this.bodies = new Bodies(limits);
        this.places = new Semaphore(limits.recordsInFlight());
        this.outage = new Outage(nanos);
    }

    /** Whether the broker answers, as far as is known. */
    boolean isReady() {
        return !outage.isOn();
    }

    void handle(Context request, Route route) throws IOException {
        if (outage.isOn()) {
            throw new RequestRefused(Problem.brokerAway());
        }
        var type = type(request);
        var key = key(request);
        if (request.req().getContentLengthLong() > limits.sentBytes()) {
            throw new RequestRefused(
                    Problem.tooLarge(
                            "the body has more than " + limits.sentBytes() + " bytes",
                            "send fewer records at once"));
        }
        Optional<Problem> stopped;
        Receipt receipt;
        // Whoever is answered may send more at once, so places are given back before.
        try (var intake = new Intake(route, publisher, places, limits.records())) {
            var sent = new SentBody(request.bodyInputStream(), limits, nanos);
            stopped = read(request, sent, type, route, context(key, intake), intake);
            receipt = intake.settle(limits.answerPatience());
            note(receipt, route, intake);
        }
        answer(request, stopped.or(receipt::problem), receipt);
    }

    private void answer(Context request, Optional<Problem> problem, Receipt receipt)
            throws IOException {
        if (problem.isPresent()) {
            answers.problem(request, problem.get(), receipt);
        } else {
            answers.accepted(request, receipt);
        }
    }

    private static MediaType type(Context request) {
        var header = request.header("Content-Type");
        return MediaType.of(header)
                .orElseThrow(
                        () ->
                                new RequestRefused(
                                        Problem.wrong(
                                                415,
                                                "unsupported_media_type",
                                                header == null
                                                        ? "the request does not say what it sends"
                                                        : "'" + header + "' is not read here",
                                                Problem.CONTENT_TYPE,
                                                "send one of " + MediaType.all())));
    }

    private static Optional<String> key(Context request) {
        var key = Optional.ofNullable(request.header("Idempotency-Key"));
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            throw new RequestRefused(
                    Problem.wrong(
                            422,
                            "invalid_idempotency_key",
                            "the key has no or more than " + LONGEST_KEY + " characters",
                            "header Idempotency-Key",
                            "send a UUID"));
        }
        return key;
    }

    /** With a key, records without an id that say the same are as many as the request has. */
    private static ImportContext context(Optional<String> key, Intake intake) {
        var plain = new ImportContext(null, SOURCE, Map.of());
        return key.map(
                        text ->
                                plain.identifiedBy(
                                        content -> text + "\n" + intake.size() + "\n" + content))
                .orElse(plain);
    }

    /** Publishes what the body holds; why it could not be read to its end, if so. */
    private Optional<Problem> read(
            Context request,
            SentBody sent,
            MediaType type,
            Route route,
            ImportContext context,
            Intake intake) {
        var encoding = request.header("Content-Encoding");
        try (var body = bodies.open(sent, encoding)) {
            readCounted(body, sent, () -> reader.read(body, type, route, context, intake::take));
            return Optional.empty();
        } catch (RequestRefused refused) {
            return Optional.of(refused.problem());
        } catch (BodyRefused refused) {
            return Optional.of(refused.problem());
        } catch (IOException e) {
            return Optional.of(sent.isLost() ? SentBody.lost(e) : notPacked(encoding, e));
        }
    }

    private static Problem notPacked(String encoding, IOException e) {
        var why = e instanceof EOFException ? "it ends too early" : e.getMessage();
        return Problem.unreadable(
                "the body is not what " + encoding + " makes: " + why,
                "compress it again, or send it uncompressed");
    }

    /** For whoever runs the gateway, once per outage; its clients only hear that there is one. */
    private void sayOnce(Route route, Intake intake) {
        if (!outage.isOn()) {
            LOG.atWarn()
                    .addKeyValue("path", route.path())
                    .addKeyValue("why", intake.failure())
                    .log("The broker does not acknowledge.");
        }
    }

    /** Reading that may end in the middle. */
    private interface Reading {
        void run() throws IOException;
    }

    private void readCounted(UnpackedBody body, SentBody sent, Reading reading) throws IOException {
        try {
            reading.run();
        } finally {
            listener.read(sent.count(), body.count());
        }
    }

    private void note(Receipt receipt, Route route, Intake intake) {
        for (var record : receipt.records()) {
            if (record instanceof RecordStatus.Kept) {
                listener.accepted(route.path());
            } else if (record instanceof RecordStatus.Rejected rejected) {
                listener.rejected(route.path(), rejected.reason());
            } else {
                listener.unknown(route.path());
            }
        }
        if (receipt.count(RecordStatus.Unknown.class) > 0) {
            sayOnce(route, intake);
            outage.begin();
        } else if (receipt.count(RecordStatus.Kept.class) > 0) {
            outage.over();
        }
    }
}
