package io.sluice.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of the server's only role, made on the first start and kept in a file that only its owner reads. */
final class Password {

    private static final int BYTES = 24;

    private Password() {}

    static void makeIfMissing(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file);
            }
        } catch (IOException e) {
            throw EmbeddedFailure.because("The database's password cannot be written to " + file, e);
        }
    }

    static String keptIn(Path file) {
        try {
            String password = Files.readString(file).strip();
            if (password.isEmpty()) {
                throw EmbeddedFailure.because(
                        "The file " + file + " is empty; it should hold the database's password.");
            }
            return password;
        } catch (IOException e) {
            throw EmbeddedFailure.because("The database's password in " + file + " cannot be read", e);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        FileAttribute<?>[] ownerOnly = Directories.isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly);
        Files.writeString(unfinished, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.WRITE);
        Files.move(unfinished, file);
    }
}
