package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Where;
import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Positions;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Reason;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the records of an import. Every record is accepted, rejected, spooled, undelivered
 * or, where it is no result of its own, left out.
 */
final class ImportReport {

    private static final int MOST_SHOWN = 50;

    private final Positions positions = new Positions();
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private final SortedMap<String, Long> leftOut = new TreeMap<>();

    /** By the number of the record, since a broker or gateway answers in an order of its own. */
    private final SortedMap<Long, String> shown = new TreeMap<>();

    private long accepted;
    private long spooled;
    private long undelivered;
    private Undelivered failure;

    /**
     * @param number of the record, in the order of reading
     */
    synchronized void acknowledged(long number, Where where, Acknowledgement acknowledgement) {
        if (acknowledgement instanceof Acknowledgement.Accepted kept) {
            accepted++;
            positions.add(kept);
        } else if (acknowledgement instanceof Acknowledgement.Refused refused) {
            rejected(number, where, refused.reason(), refused.detail());
        } else {
            spooled++;
        }
    }

    synchronized void rejected(long number, Where where, Reason reason, String detail) {
        reasons.merge(reason, 1L, Long::sum);
        shown.put(number, "rejected " + where + ": " + reason.code() + ": " + detail);
        if (shown.size() > MOST_SHOWN) {
            shown.remove(shown.lastKey());
        }
    }

    synchronized void leftOut(String why) {
        leftOut.merge(why, 1L, Long::sum);
    }

    synchronized void undelivered(Throwable cause) {
        undelivered++;
        if (failure == null) {
            failure = Undelivered.of(cause);
        }
    }

    synchronized long accepted() {
        return accepted;
    }

    synchronized long spooled() {
        return spooled;
    }

    synchronized long rejected() {
        return reasons.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Why something was not delivered, or null. */
    synchronized Undelivered failure() {
        return failure;
    }

    Positions positions() {
        return positions;
    }

    /**
     * Says each rejection, up to a bound, how many there were of each reason, and what was left
     * out.
     */
    synchronized void printRejections(PrintWriter err) {
        shown.values().forEach(err::println);
        if (rejected() > shown.size()) {
            err.println("… and " + (rejected() - shown.size()) + " more");
        }
        reasons.forEach((reason, count) -> err.println(count + " " + reason.code()));
        leftOut.forEach((why, count) -> err.println(count + " left out: " + why));
    }

    /**
     * @param accepting what being accepted is called, such as "valid"
     */
    synchronized String summary(String accepting) {
        var lost = undelivered == 0 ? "" : ", " + undelivered + " not delivered";
        var kept = spooled == 0 ? "" : ", " + spooled + " spooled";
        return accepted + " " + accepting + ", " + rejected() + " rejected" + kept + lost;
    }
}
