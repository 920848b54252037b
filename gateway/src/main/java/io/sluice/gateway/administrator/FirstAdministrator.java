package io.sluice.gateway.administrator;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.NewAdministrator;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Makes the first administrator when there is none, with a password that only the owner of a file can read. */
public final class FirstAdministrator {

    /** The name of the first administrator. */
    public static final String NAME = "admin";

    /** In the data directory; to be deleted once the password was changed. */
    public static final String FILE = "admin-password";

    private static final Actor START = new Actor("start", "admin", "");

    private final Vertx vertx;
    private final AdministratorStore store;
    private final PasswordHasher hasher;

    public FirstAdministrator(Vertx vertx, AdministratorStore store, PasswordHasher hasher) {
        this.vertx = vertx;
        this.store = store;
        this.hasher = hasher;
    }

    /**
     * Answers the file with the password when it was made now; empty when there are administrators already. Fails with
     * IllegalStateException when the file cannot be written, which no waiting mends.
     */
    public Future<Optional<Path>> ensure(Path directory) {
        return store.list()
                .compose(all -> all.items().isEmpty() ? make(directory) : Future.succeededFuture(Optional.empty()));
    }

    private Future<Optional<Path>> make(Path directory) {
        String password = Passwords.generate();
        Path file = directory.resolve(FILE);
        // The file first: a password that nobody can read would lock everybody out.
        return vertx.executeBlocking(() -> write(file, password), false)
                .recover(cause -> Future.failedFuture(
                        new IllegalStateException("The first administrator's password cannot be written to "
                                + file.toAbsolutePath() + ": " + cause.getMessage())))
                .compose(written -> hasher.hash(password))
                .compose(hash -> store.create(
                        new NewAdministrator(NAME, new AdministratorRole.Operator(), Optional.of(hash)), START))
                .map(Optional.of(file))
                .recover(cause -> isTaken(cause) ? forget(file) : Future.failedFuture(cause));
    }

    /** Another node was faster: its password counts. */
    private Future<Optional<Path>> forget(Path file) {
        return vertx.executeBlocking(
                () -> {
                    Files.deleteIfExists(file);
                    return Optional.empty();
                },
                false);
    }

    private static boolean isTaken(Throwable cause) {
        return cause instanceof ScimException known && known.error().kind() == ErrorKind.CONFLICT;
    }

    private static Path write(Path file, String password) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, ownerOnly)) {
            channel.write(java.nio.ByteBuffer.wrap(
                    (password + System.lineSeparator()).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return file;
    }
}
