package io.sluice.gateway.portal.audit;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.portal.page.Vendors;
import io.vertx.core.buffer.Buffer;

/** An event as the audit trail shows it. */
public record AuditRow(AuditEvent event) {

    private static final int UUID_LENGTH = 36;
    private static final int SHOWN = 8;
    private static final int MOST_SHOWN = 4;
    private static final int MOST_LETTERS = 240;

    /** The SCIM vendor; an administrator has none. */
    public boolean isVendor() {
        return !event.idp().equals("admin");
    }

    public String vendor() {
        return Vendors.label(event.idp());
    }

    public boolean succeeded() {
        return event.outcome().equals("success");
    }

    /** {@code users} or {@code groups} when the target has a page of its own. */
    public String section() {
        if (event.action().endsWith("Deleted")) {
            return "";
        }
        if (event.target().startsWith("User/")) {
            return "users";
        }
        return event.target().startsWith("Group/") ? "groups" : "";
    }

    /** The target with no more of its id than people compare. */
    public String shortTarget() {
        int slash = event.target().indexOf('/');
        return event.target().substring(0, slash + 1) + brief(targetId());
    }

    /** An administrator's name, or the beginning of a credential's id. */
    public String shortActor() {
        return brief(event.actor());
    }

    /** Whether there is more to tell of the changes than a list of events has room for. */
    public boolean isLong() {
        int letters = event.changes().stream()
                .mapToInt(change -> change.oldValue().orElse("").length()
                        + change.newValue().orElse("").length())
                .sum();
        return event.changes().size() > MOST_SHOWN || letters > MOST_LETTERS;
    }

    /** A value as people read it: a text without the quotes of its JSON form. */
    public static String plain(String value) {
        boolean text = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        if (!text) {
            return value;
        }
        try {
            return StrictJson.parse(Buffer.buffer(value)).asText();
        } catch (ScimException notJson) {
            return value;
        }
    }

    private static String brief(String id) {
        return id.length() == UUID_LENGTH ? id.substring(0, SHOWN) + "…" + id.substring(UUID_LENGTH - 4) : id;
    }

    /** The part of the target after its type. */
    public String targetId() {
        return event.target().substring(event.target().indexOf('/') + 1);
    }
}
