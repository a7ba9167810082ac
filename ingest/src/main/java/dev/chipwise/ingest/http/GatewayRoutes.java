package dev.chipwise.ingest.http;

import dev.chipwise.ingest.adapter.OwnFormat;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every path the gateway answers; {@code openapi.yaml} describes the same ones. */
final class GatewayRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayRoutes.class);
    private static final String OTHER = "other";

    private final Access access;
    private final RecordsHandler records;
    private final RequestPlaces requests;
    private final Shares shares;
    private final Answers answers;
    private final GatewayListener listener;
    private volatile boolean stopping;

    /**
     * @param requests a place for each that may be under way
     * @param shares how many of them one sender may have
     */
    GatewayRoutes(
            Access access,
            RecordsHandler records,
            RequestPlaces requests,
            Shares shares,
            Answers answers,
            GatewayListener listener) {
        this.access = access;
        this.records = records;
        this.requests = requests;
        this.shares = shares;
        this.answers = answers;
        this.listener = listener;
    }

    /** Refuses what comes from now on. */
    void stop() {
        stopping = true;
    }

    void configure(JavalinConfig config) {
        for (var route : Route.values()) {
            config.routes.post(route.path(), request -> post(request, route));
        }
        config.routes.get("/livez", request -> request.result("ok\n"));
        config.routes.get("/readyz", this::readiness);
        config.routes.get(
                "/openapi.yaml", request -> resource(request, GatewayRoutes.class, "openapi.yaml"));
        config.routes.get(
                "/chipwise-result.schema.json",
                request -> resource(request, OwnFormat.class, "chipwise-result.schema.json"));
        failures(config);
        config.requestLogger.http(
                (request, took) -> listener.answered(path(request), request.statusCode()));
    }

    private void failures(JavalinConfig config) {
        config.routes.exception(
                RequestRefused.class, (refused, request) -> problem(request, refused.problem()));
        config.routes.exception(IOException.class, (gone, request) -> request.status(400));
        config.routes.exception(Exception.class, (defect, request) -> defect(request, defect));
        config.routes.error(
                404,
                request ->
                        problem(
                                request,
                                Problem.wrong(
                                        404,
                                        "not_found",
                                        "there is nothing at this path",
                                        "path",
                                        "see /openapi.yaml for what there is")));
        config.routes.error(
                405,
                request ->
                        problem(
                                request,
                                Problem.wrong(
                                        405,
                                        "method_not_allowed",
                                        "this path does not answer " + request.method(),
                                        "method",
                                        "use the method that the Allow header names")));
    }

    private void post(Context request, Route route) throws IOException {
        var sender = access.admit(request, Scope.PUBLISH);
        refuseWhileStopping();
        if (!shares.take(sender)) {
            throw new RequestRefused(Problem.tooManyAtOnce());
        }
        try {
            handle(request, route);
        } finally {
            shares.giveBack(sender);
        }
    }

    private void handle(Context request, Route route) throws IOException {
        if (!requests.take()) {
            throw new RequestRefused(Problem.busy("too many requests at once"));
        }
        try {
            refuseWhileStopping(); // it may have begun meanwhile, and waits for whoever has a place
            records.handle(request, route);
        } finally {
            requests.giveBack();
        }
    }

    private void refuseWhileStopping() {
        if (stopping) {
            throw new RequestRefused(Problem.busy("the gateway stops"));
        }
    }

    private void readiness(Context request) {
        if (stopping || !records.isReady()) {
            request.status(503).result(stopping ? "stopping\n" : "the broker does not answer\n");
        } else {
            request.result("ok\n");
        }
    }

    private static void resource(Context request, Class<?> beside, String name) {
        InputStream bytes = beside.getResourceAsStream(name);
        request.contentType(name.endsWith(".json") ? "application/schema+json" : "application/yaml")
                .result(bytes);
    }

    private void defect(Context request, Exception defect) {
        LOG.atError().setCause(defect).addKeyValue("path", path(request)).log("A request failed.");
        problem(
                request,
                Problem.wrong(
                        500,
                        "software_error",
                        "a defect of chipwise",
                        null,
                        "report it; sending the request again counts nothing twice"));
    }

    private void problem(Context request, Problem problem) {
        try {
            // Javalin has put its own words there, and would append them.
            request.result("");
            answers.problem(request, problem, Receipt.EMPTY);
        } catch (IOException gone) {
            LOG.atDebug().setCause(gone).log("A client left before it was answered.");
        }
    }

    /** One of ours, so that metrics stay few. */
    private static String path(Context request) {
        var endpoint = request.endpoints().matchedHttpEndpoint();
        return endpoint == null ? OTHER : endpoint.path;
    }
}
