package io.sluice.gateway.portal.audit;

import io.sluice.gateway.control.Idp;
import java.util.List;
import java.util.Optional;

/** One page of the audit trail. */
public record AuditView(AuditFilter filter, boolean first, List<AuditRow> rows, Optional<String> next) {

    public AuditView {
        rows = List.copyOf(rows);
    }

    public List<Idp> idps() {
        return List.of(Idp.values());
    }

    public List<String> actions() {
        return Actions.ALL;
    }
}
