package dev.chipwise.deploy.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The two loopback ports of one broker: for clients, and for its own controller. */
record BrokerPorts(int broker, int controller) {

    static final String HOST = "127.0.0.1";

    /** Meaning "none yet": nothing is remembered, or the caller has no wish. */
    static final int ANY = 0;

    static final BrokerPorts UNDECIDED = new BrokerPorts(ANY, ANY);

    String address() {
        return HOST + ":" + broker;
    }

    /**
     * These ports where they still can be used, other free ones where not.
     *
     * @param wanted the port that clients must find, or {@link #ANY}
     */
    BrokerPorts settled(int wanted) {
        if (wanted != ANY && !isFree(wanted)) {
            throw new BrokerStartException(
                    "Port "
                            + wanted
                            + " on "
                            + HOST
                            + " is taken or not allowed. Stop what listens there, or choose another --port.");
        }
        var client = wanted != ANY ? wanted : usable(broker);
        var quorum = controller == client ? ANY : usable(controller);
        var free = free();
        return new BrokerPorts(
                client == ANY ? free.broker : client, quorum == ANY ? free.controller : quorum);
    }

    private static int usable(int port) {
        return port != ANY && isFree(port) ? port : ANY;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // A port in TIME_WAIT after a kill is free for the broker, so it must be free here.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Both sockets are open at once, so that they cannot get the same port. */
    private static BrokerPorts free() {
        try (var one = anySocket();
                var other = anySocket()) {
            return new BrokerPorts(one.getLocalPort(), other.getLocalPort());
        } catch (IOException e) {
            throw new BrokerStartException("No free port on " + HOST + ": " + e.getMessage(), e);
        }
    }

    private static ServerSocket anySocket() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName(HOST));
    }
}
