package dev.chipwise.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** A body as it arrives: counted, and cut off when it is too long or takes too long. */
final class SentBody extends CountedBody {

    private final Limits limits;
    private final LongSupplier nanos;
    private final long end;
    private boolean lost;
    private boolean ended;
    private IOException failure;

    SentBody(InputStream in, Limits limits, LongSupplier nanos) {
        super(in);
        this.limits = limits;
        this.nanos = nanos;
        this.end = nanos.getAsLong() + limits.bodyPatience().toNanos();
    }

    /** Whether the connection failed, which is no fault of the body. */
    boolean isLost() {
        return lost;
    }

    /**
     * Throws what reading it has thrown before, for a decompressor that takes any failure behind a
     * member for the end.
     */
    void requireSound() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** At least one byte until the end was seen: a decompressor takes none for the end. */
    @Override
    public int available() throws IOException {
        return ended ? 0 : Math.max(in.available(), 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            int read = readWithin(into, from, length);
            ended = read < 0;
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private int readWithin(byte[] into, int from, int length) throws IOException {
        if (nanos.getAsLong() - end > 0) {
            throw new BodyRefused(tooSlow(limits.bodyPatience()));
        }
        int read = readConnection(into, from, length);
        add(read);
        if (count() > limits.sentBytes()) {
            throw new BodyRefused(
                    Problem.tooLarge(
                            "the body has more than " + limits.sentBytes() + " bytes",
                            "send fewer records at once"));
        }
        return read;
    }

    private int readConnection(byte[] into, int from, int length) throws IOException {
        try {
            return in.read(into, from, length);
        } catch (IOException e) {
            lost = true;
            throw e;
        }
    }

    private static Problem tooSlow(Duration patience) {
        return tooSlow("the body did not arrive within " + patience.toSeconds() + " s");
    }

    private static Problem tooSlow(String detail) {
        return Problem.wrong(
                408,
                "too_slow",
                detail,
                Problem.BODY,
                "send fewer records at once, or compress them");
    }

    /** What the server's failure to read a body means to whoever sends it. */
    static Problem lost(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return tooSlow("the body stopped arriving before its end");
            }
        }
        return Problem.wrong(
                400,
                "bad_request",
                // The server says the same of both.
                "the connection ended before the body, or a chunk of it is malformed ("
                        + why(failure)
                        + ")",
                Problem.BODY,
                "send all of the body, in chunks or in the length that the head says");
    }

    private static String why(IOException failure) {
        var said = failure.getMessage();
        return said == null ? failure.getClass().getSimpleName() : said;
    }
}
