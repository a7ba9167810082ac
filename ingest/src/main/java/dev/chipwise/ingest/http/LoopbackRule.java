package dev.chipwise.ingest.http;

import java.util.regex.Pattern;

/**
 * Who is trusted on the loopback address without a token: programs of this machine, not pages. A
 * page in a browser here can reach that address, under another name or with an origin.
 */
public final class LoopbackRule {

    private static final Pattern LOOPBACK =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

    private LoopbackRule() {}

    /**
     * Whether a request comes from a page.
     *
     * @param host the Host header, or null
     */
    public static boolean isFromAPage(String host, boolean hasOrigin) {
        return hasOrigin || host == null || !LOOPBACK.matcher(host).matches();
    }
}
