package dev.chipwise.ingest.http;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Opens bodies, whichever way they are compressed. */
final class Bodies {

    /** No frame may ask for more than 8 MB to be unpacked in. */
    private static final int LARGEST_WINDOW_LOG = 23;

    private final Limits limits;

    Bodies(Limits limits) {
        this.limits = limits;
    }

    /**
     * What the body says.
     *
     * @param encoding the Content-Encoding header, or null
     * @throws RequestRefused when nothing here unpacks that
     */
    UnpackedBody open(SentBody sent, String encoding) throws IOException {
        return new UnpackedBody(unpacked(sent, encoding), sent, limits);
    }

    private static InputStream unpacked(SentBody sent, String encoding) throws IOException {
        var name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> sent;
            case "gzip", "x-gzip" -> new GZIPInputStream(sent);
            case "zstd" -> zstd(sent);
            default ->
                    throw new RequestRefused(
                            Problem.wrong(
                                    415,
                                    "unsupported_encoding",
                                    "the body is compressed with '" + name + "'",
                                    "header Content-Encoding",
                                    "use gzip, zstd or no compression"));
        };
    }

    private static InputStream zstd(SentBody sent) throws IOException {
        var unpacking = new ZstdInputStream(sent);
        unpacking.setLongMax(LARGEST_WINDOW_LOG);
        return unpacking;
    }
}
