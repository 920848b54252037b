package io.sluice.core.json;

import io.vertx.core.buffer.Buffer;
import java.io.OutputStream;

/** Lets Jackson write into a Vert.x buffer without an array in between. */
final class BufferOutput extends OutputStream {

    private static final int USUAL_SIZE = 1_024;

    private final Buffer buffer = Buffer.buffer(USUAL_SIZE);

    @Override
    public void write(int b) {
        buffer.appendByte((byte) b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        buffer.appendBytes(bytes, offset, length);
    }

    Buffer buffer() {
        return buffer;
    }
}
