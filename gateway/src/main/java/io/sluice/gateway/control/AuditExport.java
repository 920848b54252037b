package io.sluice.gateway.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.Listing;
import io.sluice.core.json.StrictJson;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes all events that a query finds, page by page, so that memory does not grow with the trail. */
public final class AuditExport {

    /** How many events are fetched at once. */
    static final int PAGE = 1_000;

    private static final List<String> COLUMNS = List.of(
            "id", "time", "action", "idp", "actor", "target", "outcome", "requestId", "clientAddress", "changes");

    /** What the events are written as. */
    public enum Format {
        CSV("text/csv; charset=utf-8", "csv"),
        NDJSON("application/x-ndjson", "ndjson");

        private final String contentType;
        private final String extension;

        Format(String contentType, String extension) {
            this.contentType = contentType;
            this.extension = extension;
        }

        public String contentType() {
            return contentType;
        }

        /** Of a file with this content. */
        public String extension() {
            return extension;
        }
    }

    private final AuditTrail trail;
    private final Format format;

    AuditExport(AuditTrail trail, Format format) {
        this.trail = trail;
        this.format = format;
    }

    /** Completes when everything has been written; does not end the stream. */
    Future<Void> writeTo(WriteStream<Buffer> out, AuditQuery query) {
        Future<Void> head = format == Format.CSV
                ? out.write(Buffer.buffer(String.join(",", COLUMNS) + "\r\n"))
                : Future.succeededFuture();
        return head.compose(written -> pages(out, page(query, Optional.empty())));
    }

    private Future<Void> pages(WriteStream<Buffer> out, AuditQuery query) {
        return trail.query(query)
                .compose(found -> page(out, found)
                        .compose(written -> found.nextCursor()
                                .map(cursor -> pages(out, page(query, Optional.of(cursor))))
                                .orElseGet(Future::succeededFuture)));
    }

    private Future<Void> page(WriteStream<Buffer> out, Listing<AuditEvent> found) {
        Buffer lines = Buffer.buffer();
        found.items().forEach(event -> append(lines, event));
        return found.items().isEmpty() ? Future.succeededFuture() : out.write(lines);
    }

    private void append(Buffer lines, AuditEvent event) {
        switch (format) {
            case CSV -> lines.appendString(line(event)).appendString("\r\n");
            case NDJSON -> lines.appendBuffer(StrictJson.write(json(event))).appendString("\n");
        }
    }

    /** The event as the administration API shows it. */
    public static ObjectNode json(AuditEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", event.id())
                .put("time", event.time().toString())
                .put("action", event.action())
                .put("idp", event.idp())
                .put("actor", event.actor())
                .put("target", event.target())
                .put("outcome", event.outcome())
                .put("requestId", event.requestId())
                .put("clientAddress", event.clientAddress());
        ArrayNode changes = json.putArray("changes");
        event.changes().forEach(change -> changes.add(json(change)));
        return json;
    }

    private static ObjectNode json(AuditChange change) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("attribute", change.attribute());
        change.oldValue().ifPresentOrElse(old -> json.put("old", old), () -> json.putNull("old"));
        change.newValue().ifPresentOrElse(now -> json.put("new", now), () -> json.putNull("new"));
        return json;
    }

    private static String line(AuditEvent event) {
        String changes = event.changes().stream()
                .map(change -> change.attribute() + ": " + change.oldValue().orElse("") + " -> "
                        + change.newValue().orElse(""))
                .collect(Collectors.joining("; "));
        return Stream.of(
                        event.id(),
                        event.time().toString(),
                        event.action(),
                        event.idp(),
                        event.actor(),
                        event.target(),
                        event.outcome(),
                        event.requestId(),
                        event.clientAddress(),
                        changes)
                .map(AuditExport::field)
                .collect(Collectors.joining(","));
    }

    /** RFC 4180; what a spreadsheet would take for a formula is made a text. */
    private static String field(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static AuditQuery page(AuditQuery query, Optional<String> cursor) {
        return new AuditQuery(
                query.tenant(),
                query.from(),
                query.to(),
                query.action(),
                query.idp(),
                query.actor(),
                query.target(),
                query.outcome(),
                cursor,
                PAGE);
    }
}
