package io.sluice.postgres.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.filter.Filter;
import io.sluice.core.resource.FilterEvaluator;
import io.sluice.core.resource.MemberChange;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out whom a filter on members means. This is the one change of members that reads the group: such filters
 * ({@code members[type eq "Group"]}) are rare, and only the evaluator knows what they mean in every case.
 */
record MatchingMembers(Sql sql) {

    /** The members of the group, and those who are about to be added. */
    private static final String STATEMENT = """
            SELECT m.member_id, m.member_type, m.display FROM group_member m WHERE m.tenant = $1 AND m.group_id = $2
            UNION ALL
            SELECT r.id, r.type, NULL FROM resource r
            WHERE r.tenant = $1 AND r.type IN ('User', 'Group') AND r.id = ANY ($3)""";

    static boolean isNeeded(List<MemberChange> changes) {
        return changes.stream().anyMatch(MemberChange.RemoveMatching.class::isInstance);
    }

    /** The same changes with ids in place of filters. */
    Future<List<MemberChange>> resolve(RequestContext context, UUID group, List<MemberChange> changes) {
        UUID[] added = MemberSet.of(changes.stream()
                        .filter(change -> !(change instanceof MemberChange.RemoveMatching))
                        .toList())
                .mentioned();
        Tuple parameters = Tuple.of(context.tenant().number(), group).addArrayOfUUID(added);
        return sql.send(STATEMENT, parameters).map(rows -> {
            List<ObjectNode> members = Rows.all(rows, MatchingMembers::element);
            return changes.stream().map(change -> resolved(change, members)).toList();
        });
    }

    private static MemberChange resolved(MemberChange change, List<ObjectNode> members) {
        return switch (change) {
            case MemberChange.RemoveMatching matching -> new MemberChange.Remove(ids(matching.filter(), members));
            case MemberChange.Add add -> add;
            case MemberChange.Remove remove -> remove;
            case MemberChange.ReplaceAll all -> all;
        };
    }

    private static Set<String> ids(Filter filter, List<ObjectNode> members) {
        Set<String> ids = new HashSet<>();
        for (ObjectNode member : members) {
            if (FilterEvaluator.matchesElement(filter, member)) {
                ids.add(member.path("value").asText());
            }
        }
        return ids;
    }

    private static ObjectNode element(Row row) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        element.put("value", row.getUUID("member_id").toString());
        element.put("type", row.getString("member_type"));
        Optional.ofNullable(row.getString("display")).ifPresent(display -> element.put("display", display));
        return element;
    }
}
