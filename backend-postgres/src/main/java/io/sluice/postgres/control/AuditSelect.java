package io.sluice.postgres.control;

import io.sluice.core.control.AuditQuery;
import io.sluice.postgres.sql.Values;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** The statement for a query of the audit trail: its text depends on which restrictions there are, never on their values. */
record AuditSelect(String statement, Tuple parameters) {

    static AuditSelect of(AuditQuery query) {
        Tuple parameters = Tuple.of(query.tenant());
        StringBuilder text = new StringBuilder("SELECT * FROM audit_event e WHERE e.tenant = $1");
        query.from().ifPresent(from -> restrict(text, parameters, "e.at >= ", Values.time(from)));
        query.to().ifPresent(to -> restrict(text, parameters, "e.at < ", Values.time(to)));
        equal(text, parameters, "e.action = ", query.action());
        equal(text, parameters, "e.idp = ", query.idp());
        equal(text, parameters, "e.actor = ", query.actor());
        equal(text, parameters, "e.target = ", query.target());
        equal(text, parameters, "e.outcome = ", query.outcome());
        query.cursor().map(AuditPosition::parse).ifPresent(after -> {
            // The first term alone lets the planner leave partitions out.
            restrict(text, parameters, "e.at <= ", Values.time(after.time()));
            parameters.addValue(Values.time(after.time())).addValue(after.seq());
            text.append(" AND (e.at, e.seq) < ($").append(parameters.size() - 1);
            text.append(", $").append(parameters.size()).append(')');
        });
        parameters.addValue(query.limit() + 1);
        text.append(" ORDER BY e.at DESC, e.seq DESC LIMIT $").append(parameters.size());
        return new AuditSelect(text.toString(), parameters);
    }

    private static void equal(StringBuilder text, Tuple parameters, String comparison, Optional<String> value) {
        value.ifPresent(present -> restrict(text, parameters, comparison, present));
    }

    private static void restrict(StringBuilder text, Tuple parameters, String comparison, Object value) {
        parameters.addValue(value);
        text.append(" AND ").append(comparison).append('$').append(parameters.size());
    }
}
