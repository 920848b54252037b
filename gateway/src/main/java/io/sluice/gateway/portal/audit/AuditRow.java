package io.sluice.gateway.portal.audit;

import io.sluice.core.control.AuditEvent;
import io.sluice.gateway.portal.page.Vendors;

/** An event as the audit trail shows it. */
public record AuditRow(AuditEvent event) {

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

    /** The part of the target after its type. */
    public String targetId() {
        return event.target().substring(event.target().indexOf('/') + 1);
    }
}
