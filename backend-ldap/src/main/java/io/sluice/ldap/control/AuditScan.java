package io.sluice.ldap.control;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.Listing;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.ldap.audit.AuditJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Finds the newest events that a query selects, holding no more of them than a page. */
final class AuditScan {

    private record Position(Instant time, String file, long line) implements Comparable<Position> {

        private static final Comparator<Position> ORDER = Comparator.comparing(Position::time)
                .thenComparing(Position::file)
                .thenComparingLong(Position::line);

        static Position parse(String text) {
            String[] parts = text.split("/", 3);
            try {
                return new Position(Instant.parse(parts[0]), parts[1], Long.parseLong(parts[2]));
            } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
                throw ScimException.of(
                        ErrorKind.INVALID_CURSOR,
                        "The cursor is not one that this server gave; begin again without one.");
            }
        }

        String text() {
            return time + "/" + file + "/" + line;
        }

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    private record Hit(Position position, AuditEvent event) {}

    private final AuditQuery query;
    private final Optional<Position> before;
    private final String mark;
    private final Set<String> seen = new HashSet<>();
    private final PriorityQueue<Hit> newest = new PriorityQueue<>(Comparator.comparing(Hit::position));

    AuditScan(AuditQuery query) {
        this.query = query;
        this.before = query.cursor().map(Position::parse);
        this.mark = "\"tenant\":\"" + query.tenant() + "\"";
    }

    Listing<AuditEvent> over(List<Path> files) {
        files.forEach(this::scan);
        boolean more = newest.size() > query.limit();
        if (more) {
            newest.poll();
        }
        List<Hit> hits = new ArrayList<>(newest);
        hits.sort(Comparator.comparing(Hit::position).reversed());
        return new Listing<>(
                hits.stream().map(Hit::event).toList(),
                more ? Optional.of(hits.getLast().position().text()) : Optional.empty());
    }

    private void scan(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.contains(mark)) {
                    consider(AuditJson.read(line), file.getFileName().toString(), number);
                }
            }
        } catch (NoSuchFileException gone) {
            // All of its events were removed since the files were listed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void consider(AuditEvent event, String file, long line) {
        Position position = new Position(event.time(), file, line);
        boolean wanted = before.map(cursor -> position.compareTo(cursor) < 0).orElse(true) && query.selects(event);
        if (wanted && seen.add(event.id())) {
            newest.add(new Hit(position, event));
            if (newest.size() > query.limit() + 1) {
                newest.poll();
            }
        }
    }
}
