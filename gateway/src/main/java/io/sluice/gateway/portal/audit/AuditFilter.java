package io.sluice.gateway.portal.audit;

import io.sluice.core.control.AuditQuery;
import io.sluice.gateway.portal.web.Params;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the reader narrowed the audit trail to, as it stands in the address; texts that are empty do not restrict. */
public record AuditFilter(
        String from, String to, String action, String idp, String actor, String target, String outcome) {

    /**
     * @param query in which there is no {@link AuditFault}
     */
    public static AuditFilter of(Params query) {
        return new AuditFilter(
                time(query, "from"),
                time(query, "to"),
                text(query, "action"),
                text(query, "idp"),
                text(query, "actor"),
                text(query, "target"),
                text(query, "outcome"));
    }

    public AuditQuery query(String tenant, Optional<String> cursor, int limit) {
        return new AuditQuery(
                tenant,
                present(from).map(Instant::parse),
                present(to).map(Instant::parse),
                present(action),
                present(idp),
                present(actor),
                present(target),
                present(outcome),
                cursor,
                limit);
    }

    /** The query of an address that shows the same. */
    public String text() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", from);
        fields.put("to", to);
        fields.put("action", action);
        fields.put("idp", idp);
        fields.put("actor", actor);
        fields.put("target", target);
        fields.put("outcome", outcome);
        return Params.query(fields);
    }

    public boolean isEmpty() {
        return text().isEmpty();
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    private static String text(Params query, String name) {
        return query.first(name).orElse("");
    }

    private static String time(Params query, String name) {
        return query.first(name)
                .flatMap(AuditFilter::instant)
                .map(Instant::toString)
                .orElse("");
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
