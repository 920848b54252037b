package io.sluice.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/** Makes the database cluster on the first start, and refuses one that these binaries cannot run. */
final class Cluster {

    static final String ROLE = "sluice";
    static final String DATABASE = "sluice";

    private final Layout layout;
    private final Binaries binaries;
    private final Account account;

    Cluster(Layout layout, Binaries binaries, Account account) {
        this.layout = layout;
        this.binaries = binaries;
        this.account = account;
    }

    void initialiseIfMissing(BinariesVersion version, Consumer<String> progress) {
        try {
            if (!Files.exists(layout.majorVersion())) {
                progress.accept("Initialising the database in " + layout.root());
                initialise();
            }
            requireVersion(version);
        } catch (IOException e) {
            throw EmbeddedFailure.because("The database in " + layout.root() + " cannot be initialised", e);
        }
    }

    private void requireVersion(BinariesVersion version) throws IOException {
        String found = Files.readString(layout.majorVersion()).strip();
        if (!found.equals(version.major())) {
            throw EmbeddedFailure.because("The database in " + layout.cluster() + " was made by PostgreSQL " + found
                    + " and this gateway brings " + version.text()
                    + ": use the gateway that made it, or dump it there and load it here.");
        }
    }

    /** Under another name first: a start that was killed in the middle leaves nothing that looks complete. */
    private void initialise() throws IOException {
        Password.makeIfMissing(layout.password());
        Path unfinished = layout.unfinishedCluster();
        Directories.delete(unfinished);
        Files.createDirectory(unfinished);
        Directories.keepOthersOut(unfinished);
        giveToServer(unfinished);
        Path passwordForInitdb = unfinished.resolveSibling("password.initdb");
        Files.copy(
                layout.password(),
                passwordForInitdb,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        try {
            giveToServer(passwordForInitdb);
            run("Initialising the database", initdb(unfinished, passwordForInitdb), "");
            run("Making the database", singleUser(unfinished), "CREATE DATABASE " + DATABASE + "\n");
        } finally {
            Files.delete(passwordForInitdb);
        }
        Files.move(unfinished, layout.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(Path directory, Path passwordFile) {
        return List.of(
                binaries.initdb(),
                "--pgdata=" + directory,
                "--username=" + ROLE,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
    }

    private List<String> singleUser(Path directory) {
        return List.of(binaries.postgres(), "--single", "-D", directory.toString(), "postgres");
    }

    private void run(String what, List<String> command, String input) {
        Command.run(what, Command.join(account.prefix(), command), layout.root(), input);
    }

    private void giveToServer(Path path) throws IOException {
        if (account.owner().isPresent()) {
            Files.setAttribute(path, "unix:uid", account.owner().getAsInt());
            Files.setAttribute(path, "unix:gid", account.owner().getAsInt());
        }
    }
}
