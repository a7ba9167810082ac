package dev.chipwise.ingest.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose bytes all count, also those that are read singly or passed over. */
abstract class CountedBody extends FilterInputStream {

    private static final int PASSED_AT_ONCE = 8 << 10;

    private long count;

    CountedBody(InputStream in) {
        super(in);
    }

    final long count() {
        return count;
    }

    /**
     * @param read bytes, or -1 for the end
     */
    final void add(int read) {
        count += Math.max(read, 0);
    }

    @Override
    public final int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public abstract int read(byte[] into, int from, int length) throws IOException;

    /** Reads, because what is passed over has been sent, unpacked and waited for like the rest. */
    @Override
    public final long skip(long bytes) throws IOException {
        int most = (int) Math.min(Math.max(bytes, 0), PASSED_AT_ONCE);
        return Math.max(read(new byte[most], 0, most), 0);
    }
}
