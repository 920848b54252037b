package io.sluice.postgres.embedded;

import io.sluice.core.control.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the PostgreSQL binaries of the class path, for one gateway on one machine.
 *
 * <ol>
 *   <li>Durable: fsync, synchronous commit and data checksums are on.
 *   <li>Listens on the loopback address only, on a port chosen at each start, with a random password.
 *   <li>Ends with the gateway in whatever way that ends; on Linux the kernel sees to it. After a crash of the machine or of
 *       the server itself the next start recovers everything that was committed.
 *   <li>One gateway per data directory; a second one is refused.
 *   <li>Never runs as root: started by root it runs as the owner of its files, at first {@code nobody}.
 * </ol>
 */
public final class EmbeddedPostgres implements EmbeddedServer {

    private final Optional<Path> binariesCache;

    /** Unpacks the binaries below the data directory. */
    public EmbeddedPostgres() {
        this.binariesCache = Optional.empty();
    }

    /** Unpacks the binaries below a directory that several data directories share. */
    public EmbeddedPostgres(Path binariesCache) {
        this.binariesCache = Optional.of(binariesCache);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Running start(Path dataDirectory, Consumer<String> progress) {
        Layout layout = prepare(dataDirectory);
        DataLock lock = DataLock.take(layout.lock());
        try {
            return startLocked(layout, lock, progress);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Layout prepare(Path dataDirectory) {
        try {
            Directories.makeReadable(dataDirectory);
            return new Layout(dataDirectory.toRealPath());
        } catch (IOException e) {
            throw EmbeddedFailure.because("The data directory " + dataDirectory + " cannot be made", e);
        }
    }

    private Running startLocked(Layout layout, DataLock lock, Consumer<String> progress) {
        Platform platform = Platform.current();
        BinariesVersion version = BinariesVersion.current();
        Account account = AccountChoice.of(platform, layout);
        Binaries binaries =
                new BinariesArchive(platform, version).unpackedUnder(binariesCache.orElse(layout.binaries()), progress);
        Postmaster postmaster = new Postmaster(layout, binaries, account);
        postmaster.stopLeftover(progress);
        new Cluster(layout, binaries, account).initialiseIfMissing(version, progress);
        progress.accept("Starting PostgreSQL " + version.text());
        int port = postmaster.start(progress);
        return new RunningPostgres(uri(layout, port), postmaster, lock);
    }

    private static String uri(Layout layout, int port) {
        return "postgresql://" + Cluster.ROLE + ":" + Password.keptIn(layout.password()) + "@127.0.0.1:" + port + "/"
                + Cluster.DATABASE;
    }
}
