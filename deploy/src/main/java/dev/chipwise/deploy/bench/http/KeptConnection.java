package dev.chipwise.deploy.bench.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A connection that stays open for one request after the other. A plain socket, since what a client
 * takes of the machine it takes from the gateway.
 */
final class KeptConnection implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;

    private final Socket socket;
    private final InputStream in;

    private KeptConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static KeptConnection to(URI gateway) throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), PATIENCE_MS);
        return new KeptConnection(socket);
    }

    HttpAnswer exchange(Post post) throws IOException {
        socket.getOutputStream().write(post.bytes());
        return HttpAnswer.read(in);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
