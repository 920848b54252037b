package io.sluice.gateway.portal.audit;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.portal.page.Page;
import io.sluice.gateway.portal.web.Params;
import io.sluice.gateway.portal.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is wrong with a question to the audit trail. A part of it that was passed over would answer another question than the one
 * that was asked.
 *
 * @param key of the sentence that says so
 * @param argument of the sentence
 */
record AuditFault(String key, String argument) {

    private static final int SHOWN = 64;
    private static final List<String> TIMES = List.of("from", "to");
    private static final List<String> NAMES =
            List.of("from", "to", "action", "idp", "actor", "target", "outcome", "cursor");

    /** The first one, in the order of names; what the portal itself says of an action before is no part of the question. */
    static Optional<AuditFault> in(Params query) {
        return new TreeMap<>(query.values())
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals(Visit.SAID))
                        .flatMap(field -> of(field).stream())
                        .findFirst();
    }

    private static Optional<AuditFault> of(Map.Entry<String, List<String>> field) {
        String name = field.getKey();
        if (!NAMES.contains(name)) {
            return Optional.of(new AuditFault("audit.wrong.parameter", shortened(name)));
        }
        if (field.getValue().size() > 1) {
            return Optional.of(new AuditFault("audit.wrong.twice", name));
        }
        String value = field.getValue().getFirst();
        if (TIMES.contains(name) && AuditFilter.instant(value).isEmpty()) {
            return Optional.of(new AuditFault("audit.wrong.time", name));
        }
        boolean outcome = !name.equals("outcome") || AuditEvent.OUTCOMES.contains(value);
        return outcome ? Optional.empty() : Optional.of(new AuditFault("audit.wrong.outcome", shortened(value)));
    }

    /** As the reader sees it, in their language. */
    ScimException on(Page page) {
        return ScimException.of(
                ErrorKind.BAD_REQUEST,
                page.text(
                        key,
                        argument,
                        String.join(", ", key.equals("audit.wrong.outcome") ? AuditEvent.OUTCOMES : NAMES)));
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
