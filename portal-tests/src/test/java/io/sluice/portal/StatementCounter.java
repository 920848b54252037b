package io.sluice.portal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a gateway and PostgreSQL and counts the statements that pass: the messages Query and Execute of the protocol
 * (PostgreSQL documentation, "Message Formats"). Whatever part of the gateway sends one, it is seen here.
 */
final class StatementCounter implements AutoCloseable {

    private static final int SSL_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;

    private final URI server;
    private final ServerSocket door;
    private final AtomicLong statements = new AtomicLong();

    StatementCounter(String uri) {
        this.server = URI.create(uri);
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The same database through the counter. */
    String uri() {
        return "postgresql://" + server.getRawUserInfo() + "@127.0.0.1:" + door.getLocalPort() + server.getPath();
    }

    /** How many statements have passed so far. */
    long statements() {
        return statements.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> pass(client, upstream));
                Thread.ofVirtual().start(() -> copy(upstream, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** From the gateway to the server, message by message. */
    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to.getOutputStream()));
            boolean begun = false;
            while (true) {
                int type = begun ? in.readUnsignedByte() : 0;
                byte[] body = new byte[in.readInt() - Integer.BYTES];
                in.readFully(body);
                if (begun) {
                    out.writeByte(type);
                }
                out.writeInt(body.length + Integer.BYTES);
                out.write(body);
                if (type == 'Q' || type == 'E') {
                    statements.incrementAndGet();
                }
                begun = begun || !isRequestForEncryption(body);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException closed) {
            // One of the two has gone.
        }
    }

    private static boolean isRequestForEncryption(byte[] body) {
        int code = java.nio.ByteBuffer.wrap(body).getInt();
        return code == SSL_REQUEST || code == GSS_REQUEST;
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // One of the two has gone.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
