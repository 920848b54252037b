package io.sluice.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a standby of an embedded server that is stopped, for whoever rehearses the loss of a primary.
 *
 * @param data the standby's data directory
 */
public record ColdStandby(Path data) {

    /**
     * Copies the data directory of a server that is stopped. Files keep their owner, which is the account that the server runs
     * as.
     *
     * @param data is made
     * @throws UncheckedIOException when it cannot be copied
     */
    public static ColdStandby copy(Path stopped, Path data) {
        try {
            int code = new ProcessBuilder("cp", "-a", stopped.toString(), data.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("cp ended with " + code);
            }
            Files.deleteIfExists(new Layout(data).cluster().resolve("postmaster.opts"));
            return new ColdStandby(data);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no copy of " + stopped, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /**
     * What is started on the copy from now on follows the primary.
     *
     * @param primary the URI of the server that runs on what was copied
     */
    public void follow(String primary) {
        URI uri = URI.create(primary);
        String[] account = uri.getUserInfo().split(":", 2);
        Path cluster = new Layout(data).cluster();
        try {
            Files.writeString(
                    cluster.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=" + uri.getPort() + " user=" + account[0] + " password="
                            + account[1] + " application_name=standby'\n");
            Files.createFile(cluster.resolve("standby.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException("The copy in " + data + " cannot be made a standby", e);
        }
    }

    /** One URI with the hosts of both servers, in this order, as a gateway is told them. */
    public static String uriOf(String first, String second) {
        URI uri = URI.create(first);
        return "postgresql://" + uri.getRawUserInfo() + "@127.0.0.1:" + uri.getPort() + ",127.0.0.1:"
                + URI.create(second).getPort() + uri.getPath();
    }
}
