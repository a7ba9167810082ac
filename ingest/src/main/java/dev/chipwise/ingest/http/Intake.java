package dev.chipwise.ingest.http;

import dev.chipwise.ingest.adapter.Parsed;
import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The records of one request on their way to the broker. It holds a place for each among those in
 * flight until it is closed, so that all requests together stay within a bound.
 */
final class Intake implements AutoCloseable {

    private static final int LONGEST_DETAIL = 400;

    private final Route route;
    private final Publisher publisher;
    private final Semaphore places;
    private final int mostRecords;
    private final List<Entry> entries = new ArrayList<>();
    private int held;
    private volatile String failure;

    /** A record and what will have become of it. */
    private record Entry(String eventId, CompletableFuture<RecordStatus> status) {}

    /**
     * @param places one for each record in flight, of all requests
     */
    Intake(Route route, Publisher publisher, Semaphore places, int mostRecords) {
        this.route = route;
        this.publisher = publisher;
        this.places = places;
        this.mostRecords = mostRecords;
    }

    /** How many records were taken: the index of the next. */
    int size() {
        return entries.size();
    }

    /** Why the broker did not acknowledge something, or null. */
    String failure() {
        return failure;
    }

    /**
     * Publishes a record, or notes why not.
     *
     * @throws RequestRefused when no more can be taken now
     */
    void take(Parsed parsed) {
        if (entries.size() == mostRecords) {
            var detail =
                    "the body has more than " + mostRecords + " records; the rest was not read";
            throw new RequestRefused(Problem.tooLarge(detail, "send the rest in another request"));
        }
        if (failure != null) {
            throw new RequestRefused(Problem.brokerAway());
        }
        if (!places.tryAcquire()) {
            throw new RequestRefused(Problem.busy("too many records are on their way"));
        }
        held++;
        entries.add(entry(parsed));
    }

    private Entry entry(Parsed parsed) {
        if (parsed instanceof Parsed.Unreadable unreadable) {
            var where = unreadable.where();
            return known(
                    rejected(
                            where.line(),
                            null,
                            unreadable.reason(),
                            where.field(),
                            unreadable.detail()));
        }
        var event = ((Parsed.ParsedEvent) parsed).event();
        int line = parsed.where().line();
        var id = event.envelope().eventId();
        if (!route.takes(event)) {
            return known(rejected(line, id, Reason.UNREADABLE, "kind", misplaced(event)));
        }
        return new Entry(
                id,
                publisher
                        .publish(event)
                        .handle((said, error) -> status(line, id, said, error))
                        .toCompletableFuture());
    }

    private String misplaced(Event event) {
        return route.path()
                + " takes kind "
                + route.kinds()
                + "; send '"
                + Route.kind(event)
                + "' to "
                + Route.of(event).path();
    }

    private RecordStatus status(int line, String id, Acknowledgement said, Throwable error) {
        if (error != null) {
            failure = error.toString();
            return new RecordStatus.Unknown(id);
        }
        if (said instanceof Refused refused) {
            return rejected(line, id, refused.reason(), "", refused.detail());
        }
        return new RecordStatus.Kept((Accepted) said);
    }

    private static Entry known(RecordStatus.Rejected rejected) {
        return new Entry(rejected.eventId(), CompletableFuture.completedFuture(rejected));
    }

    private static RecordStatus.Rejected rejected(
            int line, String id, Reason reason, String field, String detail) {
        return new RecordStatus.Rejected(line, cut(id), reason, cut(field), cut(detail));
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST_DETAIL
                ? text
                : text.substring(0, LONGEST_DETAIL) + "…";
    }

    /** Waits until the broker has said what became of every record, or the patience ends. */
    Receipt settle(Duration patience) {
        var all =
                CompletableFuture.allOf(
                        entries.stream().map(Entry::status).toArray(CompletableFuture[]::new));
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            failure = "no acknowledgement within " + patience.toSeconds() + " s";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a status cannot fail", e);
        }
        return new Receipt(
                entries.stream()
                        .map(each -> each.status().getNow(new RecordStatus.Unknown(each.eventId())))
                        .toList());
    }

    @Override
    public void close() {
        places.release(held);
    }
}
