package io.sluice.gateway.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Notes on disk every user whose creation the gateway acknowledged, so that a later run can ask whether they are all still
 * there, also after a crash of either side.
 */
final class Ledger implements AutoCloseable {

    private static final String ADDED = "+";
    private static final String REMOVED = "-";

    private static final int FIELDS = 4;

    private final BufferedWriter writer;
    private final URI base;

    private Ledger(BufferedWriter writer, URI base) {
        this.writer = writer;
        this.base = base;
    }

    /** What earlier runs against this URL noted: ids and user names that were acknowledged and not deleted since. */
    static Map<String, String> read(Path file, URI base) {
        Map<String, String> users = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return users;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] fields = line.split("\t", -1);
                if (fields.length != FIELDS || !fields[3].equals(base.toString())) {
                    continue;
                }
                if (fields[0].equals(ADDED)) {
                    users.put(fields[1], fields[2]);
                } else {
                    users.remove(fields[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the ledger " + file, e);
        }
        return users;
    }

    static Ledger append(Path file, URI base) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            return new Ledger(
                    Files.newBufferedWriter(
                            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    base);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the ledger " + file, e);
        }
    }

    void created(String id, String userName) {
        note(ADDED, id, userName);
    }

    /** To be called before the deletion is sent: afterwards nobody may count on the user. */
    void deleting(String id, String userName) {
        note(REMOVED, id, userName);
    }

    private synchronized void note(String sign, String id, String userName) {
        try {
            writer.write(sign + "\t" + id + "\t" + userName + "\t" + base + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the ledger", e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
