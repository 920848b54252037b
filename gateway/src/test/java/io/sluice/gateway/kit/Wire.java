package io.sluice.gateway.kit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection on which a test writes whatever it likes. */
public final class Wire implements AutoCloseable {

    private final Socket socket;

    public Wire(int port) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(20_000);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Wire send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (SocketException e) {
            // The other side has closed already; what it said can still be read.
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Everything up to the end of the connection. */
    public String readToEnd() {
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            int b = in.read();
            while (b >= 0) {
                text.append((char) b);
                b = in.read();
            }
        } catch (SocketException e) {
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException("The connection was not closed; so far: " + text, e);
        }
        return text.toString();
    }

    /** One response with a body of known length. */
    public String readResponse() {
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            while (text.indexOf("\r\n\r\n") < 0) {
                int b = in.read();
                if (b < 0) {
                    return text.toString();
                }
                text.append((char) b);
            }
            String head = text.toString().toLowerCase(java.util.Locale.ROOT);
            int at = head.indexOf("content-length: ");
            int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
            text.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("So far: " + text, e);
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
