package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Where;
import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Positions;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Reason;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final EnumMap<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private final SortedMap<String, Long> leftOut = new TreeMap<>();

    /** By the number of the record, since a broker or gateway answers in an order of its own. */
    private final SortedMap<Long, Rejection> shown = new TreeMap<>();

    private final Map<String, FileCounts> files = new LinkedHashMap<>();
    private final List<String> empty = new ArrayList<>();

    private long accepted;
    private long spooled;
    private long undelivered;
    private Undelivered failure;

    /** A file is read from now on, whether or not there is a record in it. */
    synchronized void reading(String path) {
        files.putIfAbsent(path, FileCounts.NONE);
    }

    /** A file was read to its end, and no record was in it. */
    synchronized void foundNothingIn(String path) {
        empty.add(path);
    }

    /** Whether no file had a record, so that whatever should have written some has failed. */
    synchronized boolean hasFoundNothing() {
        return !files.isEmpty() && empty.size() == files.size();
    }

    /**
     * @param number of the record, in the order of reading
     */
    synchronized void acknowledged(long number, Where where, Acknowledgement acknowledgement) {
        if (acknowledgement instanceof Acknowledgement.Accepted kept) {
            accepted++;
            count(where, FileCounts.ACCEPTED);
            positions.add(kept);
        } else if (acknowledgement instanceof Acknowledgement.Refused refused) {
            rejected(number, where, refused.reason(), refused.detail());
        } else {
            spooled++;
            count(where, FileCounts.SPOOLED);
        }
    }

    synchronized void rejected(long number, Where where, Reason reason, String detail) {
        reasons.merge(reason, 1L, Long::sum);
        count(where, FileCounts.REJECTED);
        shown.put(number, new Rejection(where, reason, detail));
        if (shown.size() > MOST_SHOWN) {
            shown.remove(shown.lastKey());
        }
    }

    synchronized void leftOut(Where where, String why) {
        count(where, FileCounts.LEFT_OUT);
        leftOut.merge(why, 1L, Long::sum);
    }

    synchronized void undelivered(Where where, Throwable cause) {
        count(where, FileCounts.UNDELIVERED);
        undelivered(cause);
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

    /** The first rejections in the order of reading, up to a bound. */
    synchronized List<Rejection> rejections() {
        return List.copyOf(shown.values());
    }

    synchronized Map<Reason, Long> reasons() {
        return new EnumMap<>(reasons);
    }

    /** What became of each file, in the order of reading. */
    synchronized Map<String, FileCounts> files() {
        return new LinkedHashMap<>(files);
    }

    Positions positions() {
        return positions;
    }

    /** Says which files had no record, up to a bound. */
    synchronized void printEmpty(PrintWriter err) {
        empty.stream()
                .limit(MOST_SHOWN)
                .forEach(
                        path ->
                                err.println(
                                        "there is no record in "
                                                + path
                                                + "; did what should have written it run?"));
        if (empty.size() > MOST_SHOWN) {
            err.println("… and in " + (empty.size() - MOST_SHOWN) + " more files");
        }
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

    private void count(Where where, FileCounts one) {
        files.merge(where.path(), one, FileCounts::plus);
    }
}
