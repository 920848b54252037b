package io.sluice.gateway.portal.audit;

import io.sluice.core.control.AuditEvent;
import io.sluice.gateway.portal.page.Vendors;

/** An event as the audit trail shows it. */
public record AuditRow(AuditEvent event) {

    private static final int UUID_LENGTH = 36;
    private static final int SHOWN = 8;

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

    private static String brief(String id) {
        return id.length() == UUID_LENGTH ? id.substring(0, SHOWN) + "…" + id.substring(UUID_LENGTH - 4) : id;
    }

    /** The part of the target after its type. */
    public String targetId() {
        return event.target().substring(event.target().indexOf('/') + 1);
    }
}
