package io.sluice.gateway.portal.people;

import io.sluice.core.resource.GroupReference;
import io.sluice.gateway.portal.audit.AuditRow;
import java.util.List;

/**
 * One user.
 *
 * @param document the SCIM resource, indented
 */
public record UserView(
        UserRow user, Details details, List<GroupReference> groups, List<AuditRow> history, String document) {

    /** What the list does not show; what they have not is empty. */
    public record Details(String givenName, String familyName, String title, String created, List<Further> further) {
        public Details {
            further = List.copyOf(further);
        }
    }

    /**
     * A value of an extension.
     *
     * @param urn the extension
     */
    public record Further(String urn, String attribute, String value) {}

    public UserView {
        groups = List.copyOf(groups);
        history = List.copyOf(history);
    }
}
