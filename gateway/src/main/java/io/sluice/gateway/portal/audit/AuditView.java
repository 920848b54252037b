package io.sluice.gateway.portal.audit;

import io.sluice.gateway.control.Idp;
import java.util.List;
import java.util.Optional;

/**
 * One page of the audit trail.
 *
 * @param address of this trail's page
 * @param actions that occur in this trail
 */
public record AuditView(
        String address,
        List<String> actions,
        AuditFilter filter,
        boolean first,
        List<AuditRow> rows,
        Optional<String> next) {

    public AuditView {
        actions = List.copyOf(actions);
        rows = List.copyOf(rows);
    }

    public List<Idp> idps() {
        return List.of(Idp.values());
    }
}
