package io.sluice.ldap.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What a log needs of its file. */
interface Disk extends Closeable {

    /** Appends some of what the buffer has. */
    void write(ByteBuffer buffer) throws IOException;

    /** Everything that was written is durable afterwards. */
    void force() throws IOException;

    void truncate(long length) throws IOException;

    long size() throws IOException;

    /**
     * @param channel opened to append
     */
    static Disk of(FileChannel channel) {
        return new Disk() {
            @Override
            public void write(ByteBuffer buffer) throws IOException {
                channel.write(buffer);
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void truncate(long length) throws IOException {
                channel.truncate(length);
            }

            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
