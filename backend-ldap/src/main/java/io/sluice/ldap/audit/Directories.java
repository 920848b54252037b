package io.sluice.ldap.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a durable file needs of the directory that it is in. */
public final class Directories {

    private Directories() {}

    /** Makes the name of a file durable: without this a file that was made or renamed may have none after a power failure. */
    public static void syncAbove(Path file) throws IOException {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
