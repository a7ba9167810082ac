package dev.chipwise.deploy.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port of this machine that stands before another one and does to the connections between them
 * what networks do, until it is healed.
 */
final class FaultProxy implements AutoCloseable {

    private static final int WAITING_CONNECTIONS = 50;
    private static final int PIECE_BYTES = 16 << 10;

    private final ServerSocket door;
    private final int target;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = new Fault.None();

    private FaultProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** A proxy on a port of its own; nobody has to listen on the other one yet. */
    static FaultProxy before(int target) {
        try {
            var loopback = InetAddress.getLoopbackAddress();
            var proxy = new FaultProxy(new ServerSocket(0, WAITING_CONNECTIONS, loopback), target);
            inBackground(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every piece of data is that late from now on. */
    void slow(Duration by) {
        fault = new Fault.Late(by);
    }

    /** Whenever so many bytes have passed, a connection ends in the middle of what it carries. */
    void cutAfter(long bytes) {
        fault = new Fault.Cut(bytes);
    }

    /** Nothing gets through any more, and nobody is told. */
    void halfOpen() {
        fault = new Fault.HalfOpen();
    }

    /** Resets every connection there is, and every one that comes. */
    void reset() {
        fault = new Fault.Reset();
        connections.forEach(Connection::reset);
    }

    /** All is well again; only connections that have lost something end. */
    void heal() {
        fault = new Fault.None();
        connections.stream().filter(connection -> connection.incomplete).forEach(Connection::reset);
    }

    @Override
    public void close() {
        closeQuietly(door);
        connections.forEach(Connection::reset);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                new Connection(door.accept()).open();
            } catch (IOException closed) {
                // Either the proxy or the one who just came; the loop knows.
            }
        }
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Closed is closed.
        }
    }

    /** One client's way to the server and back. */
    private final class Connection {

        private final Socket client;
        private final Socket server = new Socket();
        private final AtomicInteger waysOpen = new AtomicInteger(2);
        private volatile boolean incomplete;

        Connection(Socket client) {
            this.client = client;
        }

        void open() {
            connections.add(this);
            try {
                server.connect(new InetSocketAddress(door.getInetAddress(), target));
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
            } catch (IOException nobodyThere) {
                reset();
                return;
            }
            inBackground(() -> carry(client, server));
            inBackground(() -> carry(server, client));
            if (fault instanceof Fault.Reset) {
                reset();
            }
        }

        private void carry(Socket from, Socket to) {
            var piece = new byte[PIECE_BYTES];
            try {
                for (int read = read(from, piece); read >= 0; read = read(from, piece)) {
                    int through = fault.through(read);
                    to.getOutputStream().write(piece, 0, through);
                    if (through < read) {
                        lose();
                    }
                }
                if (fault.isHeard()) {
                    to.shutdownOutput();
                }
            } catch (IOException broken) {
                lose();
            }
            if (waysOpen.decrementAndGet() == 0 && fault.isHeard()) {
                end();
            }
        }

        private static int read(Socket from, byte[] piece) throws IOException {
            return from.getInputStream().read(piece);
        }

        private void lose() {
            incomplete = true;
            if (fault.isHeard()) {
                reset();
            }
        }

        void reset() {
            for (var socket : List.of(client, server)) {
                try {
                    socket.setSoLinger(true, 0);
                } catch (IOException alreadyGone) {
                    // Then there is nothing to reset.
                }
            }
            end();
        }

        private void end() {
            connections.remove(this);
            closeQuietly(client);
            closeQuietly(server);
        }
    }
}
