package io.sluice.ldap.audit;

import io.sluice.core.control.AuditEvent;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;

/** Takes events out of a file that nobody writes to. It is replaced as a whole: after a crash it is the old or the new one. */
record AuditSweep(Predicate<AuditEvent> goes) {

    /** What is left of a file. */
    record Outcome(long removed, long left) {}

    /** Leaves a file alone that has nothing to be removed. Who reads it meanwhile sees it as it was. */
    Outcome over(Path file) {
        try {
            Outcome expected = count(file);
            return expected.removed() == 0 ? expected : rewrite(file, expected);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be swept: " + e.getMessage(), e);
        }
    }

    private Outcome count(Path file) throws IOException {
        long removed = 0;
        long left = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (goes.test(AuditJson.read(line))) {
                    removed++;
                } else {
                    left++;
                }
            }
        }
        return new Outcome(removed, left);
    }

    private Outcome rewrite(Path file, Outcome expected) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(DurableLog.OWNER_ONLY));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                BufferedReader reader = Files.newBufferedReader(file);
                BufferedWriter writer =
                        new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8.newEncoder(), -1))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!goes.test(AuditJson.read(line))) {
                    writer.append(line).append('\n');
                }
            }
            writer.flush();
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return expected;
    }
}
