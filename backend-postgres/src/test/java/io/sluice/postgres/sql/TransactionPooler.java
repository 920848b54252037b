package io.sluice.postgres.sql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Hands server connections out by transaction as PgBouncer before 1.21 does: whoever has something to say gets the server connection
 * that was given back last, and the names of prepared statements are passed on as they are.
 */
final class TransactionPooler implements AutoCloseable {

    private static final int READY = 'Z';
    private static final int SYNC = 'S';
    private static final int QUERY = 'Q';
    private static final int TERMINATE = 'X';
    private static final byte IDLE = 'I';

    private record Message(int type, byte[] body) {}

    /** One end of a connection. */
    private record Line(Socket socket, DataInputStream in, DataOutputStream out) {

        static Line of(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return new Line(
                    socket,
                    new DataInputStream(socket.getInputStream()),
                    new DataOutputStream(new java.io.BufferedOutputStream(socket.getOutputStream())));
        }

        Message read() throws IOException {
            int type = in.readUnsignedByte();
            return new Message(type, in.readNBytes(in.readInt() - Integer.BYTES));
        }

        void write(Message message) throws IOException {
            out.writeByte(message.type());
            out.writeInt(message.body().length + Integer.BYTES);
            out.write(message.body());
        }
    }

    private final ServerSocket listening;
    private final int serverPort;
    private final BlockingDeque<Line> idle = new LinkedBlockingDeque<>();

    TransactionPooler(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Line client = Line.of(socket);
            logIn(client);
            while (true) {
                transaction(client);
            }
        } catch (IOException e) {
            // The client went away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every client logs in at the server itself; what it logged in to is then anybody's. */
    private void logIn(Line client) throws IOException {
        Line server = Line.of(new Socket(InetAddress.getLoopbackAddress(), serverPort));
        int length = client.in().readInt();
        server.out().writeInt(length);
        server.out().write(client.in().readNBytes(length - Integer.BYTES));
        server.out().flush();
        while (true) {
            Message message = server.read();
            client.write(message);
            client.out().flush();
            if (message.type() == READY) {
                idle.push(server);
                return;
            }
            boolean answerExpected = message.type() == 'R' && isRequest(message.body());
            if (answerExpected) {
                server.write(client.read());
                server.out().flush();
            }
        }
    }

    /** Authentication is complete with 0, and the last message of SCRAM (12) wants no answer. */
    private static boolean isRequest(byte[] body) {
        return body[3] != 0 && body[3] != 12;
    }

    private void transaction(Line client) throws IOException, InterruptedException {
        Message first = client.read();
        if (first.type() == TERMINATE) {
            throw new IOException("The client says good-bye");
        }
        Line server = idle.takeFirst();
        forward(first, client, server);
        while (!answer(server, client)) {
            forward(client.read(), client, server);
        }
        idle.push(server);
    }

    /** Until the server has something to answer. */
    private static void forward(Message first, Line client, Line server) throws IOException {
        Message message = first;
        server.write(message);
        while (message.type() != SYNC && message.type() != QUERY) {
            message = client.read();
            server.write(message);
        }
        server.out().flush();
    }

    /** Whether the transaction has ended. */
    private static boolean answer(Line server, Line client) throws IOException {
        Message message;
        do {
            message = server.read();
            client.write(message);
        } while (message.type() != READY);
        client.out().flush();
        return message.body()[0] == IDLE;
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Line line : idle) {
                line.socket().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
