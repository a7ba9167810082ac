package dev.chipwise.ingest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a gateway listens.
 *
 * @param port 0 for any free one
 * @param isChosen whether somebody chose the port, so that another one would be wrong
 */
public record ListenAddress(String host, int port, boolean isChosen) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int USUAL_PORT = 8484;

    /** The usual port of the loopback address, or any free one where that is taken. */
    public static final ListenAddress USUAL = new ListenAddress(LOOPBACK, USUAL_PORT, false);

    /**
     * Reads {@code HOST:PORT} or {@code PORT}, which is one of the loopback address.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static ListenAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        var host = colon < 0 ? LOOPBACK : text.substring(0, colon);
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port >= 0 && port <= 0xFFFF && !host.isEmpty()) {
                return new ListenAddress(host, port, true);
            }
        } catch (NumberFormatException wrong) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "--listen '" + text + "' is not HOST:PORT like 127.0.0.1:8484 or 0.0.0.0:8484");
    }

    /** Whether only this machine can reach it. */
    boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "--listen " + host + " is no address of this machine", e);
        }
    }

    ListenAddress anyPort() {
        return new ListenAddress(host, 0, false);
    }
}
