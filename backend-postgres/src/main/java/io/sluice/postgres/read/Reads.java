package io.sluice.postgres.read;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Member;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads by id: one statement each. */
public final class Reads {

    private static final Map<MembershipColumns, String> BY_ID = new EnumMap<>(MembershipColumns.class);

    static {
        for (MembershipColumns columns : MembershipColumns.values()) {
            BY_ID.put(
                    columns,
                    "SELECT " + ResourceRow.COLUMNS + columns.columns() + " FROM resource r" + columns.join(4)
                            + " WHERE r.tenant = $1 AND r.type = $2 AND r.id = $3");
        }
    }

    private static final String MEMBERS = """
            SELECT m.member_id, m.member_type, m.display
            FROM resource r
            LEFT JOIN LATERAL (
                SELECT m.member_id, m.member_type, m.display FROM group_member m
                WHERE m.tenant = $1 AND m.group_id = r.id AND m.member_id > $3 ORDER BY m.member_id LIMIT $4
            ) AS m ON true
            WHERE r.tenant = $1 AND r.type = 'Group' AND r.id = $2""";

    private final Sql sql;
    private final int memberPage;

    public Reads(Sql sql, int memberPage) {
        this.sql = sql;
        this.memberPage = memberPage;
    }

    public Future<BackendReply> read(BackendRequest.Read read) {
        return find(read.context(), read.type(), read.id(), read.include())
                .map(found -> new BackendReply.Stored(found.resource(), false));
    }

    /** Fails with NOT_FOUND. */
    public Future<ResourceRow> find(RequestContext context, ResourceType type, String id, Include include) {
        Optional<UUID> key = Values.uuid(id);
        if (key.isEmpty()) {
            return Future.failedFuture(notFound(type, id));
        }
        MembershipColumns columns = MembershipColumns.of(type, include);
        Tuple parameters = Tuple.of(context.tenant().number(), type.name(), key.get());
        if (columns == MembershipColumns.MEMBERS) {
            parameters.addInteger(memberPage + 1);
        }
        String statement = Objects.requireNonNull(BY_ID.get(columns));
        return sql.send(statement, parameters)
                .map(rows -> Rows.first(rows, row -> ResourceRow.read(row, context, type, columns, memberPage))
                        .orElseThrow(() -> notFound(type, id)));
    }

    public Future<BackendReply> members(BackendRequest.ReadMembers read) {
        Optional<UUID> group = Values.uuid(read.groupId());
        if (group.isEmpty()) {
            return Future.failedFuture(notFound("Group", read.groupId()));
        }
        // The position is one that this backend gave; anything else begins at the first member.
        Optional<UUID> after = Values.uuid(read.after());
        Tuple parameters =
                Tuple.of(read.context().tenant().number(), group.get(), after.orElse(new UUID(0, 0)), read.limit() + 1);
        return sql.send(MEMBERS, parameters).map(rows -> {
            if (rows.size() == 0) {
                throw notFound("Group", read.groupId());
            }
            List<Member> members = Rows.all(rows, Reads::member).stream()
                    .flatMap(Optional::stream)
                    .toList();
            return new BackendReply.MemberPage(MemberPages.cut(members, read.limit()));
        });
    }

    /** A group without further members gives one row without a member. */
    private static Optional<Member> member(Row row) {
        return Optional.ofNullable(row.getUUID("member_id"))
                .map(id -> new Member(
                        id.toString(),
                        Optional.of(row.getString("member_type")),
                        Optional.ofNullable(row.getString("display"))));
    }

    public static ScimException notFound(ResourceType type, String id) {
        return notFound(type.name(), id);
    }

    private static ScimException notFound(String type, String id) {
        return ScimException.of(ErrorKind.NOT_FOUND, "There is no " + type + " with the id " + id + ".");
    }
}
