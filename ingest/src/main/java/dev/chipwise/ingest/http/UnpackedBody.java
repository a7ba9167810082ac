package dev.chipwise.ingest.http;

import java.io.IOException;
import java.io.InputStream;

/** A body after decompression; ends in a refusal where it grew beyond what is believable. */
final class UnpackedBody extends CountedBody {

    /** Small bodies of zeros are harmless, whatever their ratio. */
    private static final long HARMLESS = 1 << 20;

    private final SentBody sent;
    private final Limits limits;

    UnpackedBody(InputStream unpacked, SentBody sent, Limits limits) {
        super(unpacked);
        this.sent = sent;
        this.limits = limits;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        if (read < 0) {
            sent.requireSound();
        }
        add(read);
        if (count() > limits.unpackedBytes()) {
            throw new BodyRefused(
                    Problem.tooLarge(
                            "the body has more than " + limits.unpackedBytes() + " bytes unpacked",
                            "send fewer records at once"));
        }
        if (count() > HARMLESS && count() / limits.ratio() > sent.count()) {
            throw new BodyRefused(
                    Problem.tooLarge(
                            "the body grew more than " + limits.ratio() + " times when unpacked",
                            "send it uncompressed"));
        }
        return read;
    }
}
