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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads by id: one statement each. */
public final class Reads {

    private static final String WITH_MEMBERS = "SELECT " + ResourceRow.COLUMNS + MembershipColumns.MEMBERS.columns()
            + " FROM resource r" + MembershipColumns.MEMBERS.join("$1", 4)
            + " WHERE r.tenant = $1 AND r.type = $2 AND r.id = $3";

    private static final String MEMBERS = """
            SELECT m.member_id, m.member_type, m.display
            FROM resource r
            LEFT JOIN LATERAL (
                SELECT m.member_id, m.member_type, m.display FROM group_member m
                WHERE m.tenant = $1 AND m.group_id = r.id AND m.member_id > $3 ORDER BY m.member_id LIMIT $4
            ) AS m ON true
            WHERE r.tenant = $1 AND r.type = (SELECT 'Group') AND r.id = $2""";

    private final Sql sql;
    private final Lookups lookups;
    private final int memberPage;

    public Reads(Sql sql, Lookups lookups, int memberPage) {
        this.sql = sql;
        this.lookups = lookups;
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
        Future<Optional<ResourceRow>> found = columns == MembershipColumns.MEMBERS
                ? withMembers(context, type, key.get())
                : lookups.byId(context, type, key.get(), columns);
        return found.map(row -> row.orElseThrow(() -> notFound(type, id)));
    }

    private Future<Optional<ResourceRow>> withMembers(RequestContext context, ResourceType type, UUID id) {
        Tuple parameters = Tuple.of(context.tenant().number(), type.name(), id, memberPage + 1);
        return sql.send(WITH_MEMBERS, parameters)
                .map(rows -> Rows.first(
                        rows, row -> ResourceRow.read(row, context, type, MembershipColumns.MEMBERS, memberPage)));
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
