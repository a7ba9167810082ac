package dev.chipwise.deploy.bench;

import dev.chipwise.deploy.bench.Figure.Kind;
import dev.chipwise.deploy.bench.Figure.Unit;
import java.util.List;

/**
 * How a gateway is asked: each connection sends its next request when the one before is answered.
 */
public record Posting(int connections, int recordsPerRequest) {

    /** Records of a request that carries many. */
    public static final int MANY = 100;

    /** How many records are on their way at once. */
    public int underWay() {
        return connections * recordsPerRequest;
    }

    public String words() {
        return connections
                + (connections == 1 ? " connection, " : " connections, ")
                + (recordsPerRequest == 1 ? "single" : recordsPerRequest + " a request");
    }

    /** What a producer does that has as many records under way and no gateway before it. */
    public Figure producer() {
        return Figure.ceiling("Kafka producer, " + producerWords());
    }

    /** How soon it hears of a record. */
    public Figure producerLate() {
        return Figure.of(
                Kind.CEILING, "Kafka producer, " + producerWords() + ", p99", Unit.MILLISECONDS);
    }

    private String producerWords() {
        return underWay() + (underWay() == 1 ? " record" : " records") + " under way";
    }

    public Figure accepted() {
        return new Figure(
                Kind.GATEWAY,
                words() + ": records accepted",
                Unit.EVENTS_PER_SECOND,
                List.of(producer()));
    }

    public Figure answered() {
        return figure("a request answered, p50", Unit.MILLISECONDS);
    }

    public Figure answeredLate() {
        return figure("a request answered, p99", Unit.MILLISECONDS);
    }

    /** Of all requests those that were told to come again later; their time goes on. */
    public Figure refused() {
        return figure("requests told to come again", Unit.PERCENT);
    }

    public Figure processor() {
        return figure("processor time of the gateway", Unit.MICROSECONDS_PER_EVENT);
    }

    /** After a collection of everything that nobody needs any more. */
    public Figure heap() {
        return figure("heap of the gateway afterwards", Unit.MEGABYTES);
    }

    private Figure figure(String what, Unit unit) {
        return Figure.of(Kind.GATEWAY, words() + ": " + what, unit);
    }
}
