package io.sluice.postgres.write;

import io.sluice.core.control.AuditChange;
import io.sluice.core.resource.Member;
import io.sluice.postgres.document.StoredForm;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes a group together with its members in one statement, if all of them exist and the id is free. */
record GroupCreation(Sql sql) {

    private static final String STATEMENT = """
            WITH known AS (
                SELECT r.id, r.type FROM resource r
                WHERE r.tenant = $1 AND r.type IN ('User', 'Group') AND r.id = ANY ($3)
            ), made AS (
                INSERT INTO resource (tenant, type, id, external_id, display_key, label, created, modified, version, operation,
                    doc, search)
                SELECT $1, 'Group', $2, $5, $6, $7, $8, $8, 1, $2, $9, $10::text::jsonb
                WHERE (SELECT count(*) FROM known) = cardinality($3)
                ON CONFLICT DO NOTHING
                RETURNING id
            ), joined AS (
                INSERT INTO group_member (tenant, group_id, member_id, member_type, display)
                SELECT $1, n.id, w.id, k.type, w.display
                FROM made n CROSS JOIN unnest($3::uuid[], $4::text[]) AS w (id, display) JOIN known k ON k.id = w.id
            ), audited AS (
                INSERT INTO audit_event
                    (tenant, at, id, action, idp, actor, target, outcome, request_id, client_address, changes)
                SELECT $11, $8, $2, $12, $13, $14, $15, 'success', $16, $17, $18 FROM made
            )
            SELECT EXISTS (SELECT FROM made) AS made,
                ARRAY (SELECT k.id FROM known k ORDER BY k.id) AS ids, ARRAY (SELECT k.type FROM known k ORDER BY k.id) AS types""";

    /**
     * @param made false when the id was taken
     * @param types of the members that exist
     */
    record Outcome(boolean made, Map<UUID, String> types) {

        private static Outcome read(RowSet<Row> rows) {
            Row row = rows.iterator().next();
            UUID[] ids = row.getArrayOfUUIDs("ids");
            String[] types = row.getArrayOfStrings("types");
            Map<UUID, String> byId = HashMap.newHashMap(ids.length);
            for (int i = 0; i < ids.length; i++) {
                byId.put(ids[i], types[i]);
            }
            return new Outcome(row.getBoolean("made"), byId);
        }

        /** The members in the order of their ids, with their types. */
        List<Member> typed(MemberSet members) {
            UUID[] ids = members.added();
            String[] displays = members.displays();
            List<Member> typed = new ArrayList<>(ids.length);
            for (int i = 0; i < ids.length; i++) {
                typed.add(new Member(
                        ids[i].toString(), Optional.ofNullable(types.get(ids[i])), Optional.ofNullable(displays[i])));
            }
            typed.sort(Comparator.comparing(Member::value));
            return typed;
        }

        List<String> unknown(MemberSet members) {
            return Arrays.stream(members.added())
                    .filter(id -> !types.containsKey(id))
                    .map(UUID::toString)
                    .toList();
        }
    }

    /** How the audit trail tells of the first members. */
    static List<AuditChange> changes(MemberSet members) {
        List<String> ids =
                Arrays.stream(members.added()).map(UUID::toString).sorted().toList();
        return ids.isEmpty()
                ? List.of()
                : List.of(new AuditChange(
                        "members", Optional.empty(), Optional.of("[\"" + String.join("\",\"", ids) + "\"]")));
    }

    Future<Outcome> send(Creation creation, MemberSet members, Instant now) {
        StoredForm form = creation.form();
        WriteEvent event = creation.event();
        Tuple parameters = Tuple.of(creation.tenant(), creation.id())
                .addArrayOfUUID(members.added())
                .addArrayOfString(members.displays())
                .addString(form.externalId().orElse(null))
                .addString(form.displayKey().orElse(null))
                .addString(form.label().orElse(null))
                .addOffsetDateTime(Values.time(now))
                .addBuffer(form.document())
                .addString(form.search())
                .addString(event.tenant())
                .addString(event.action())
                .addString(event.idp())
                .addString(event.actor())
                .addString(event.target())
                .addString(event.requestId())
                .addString(event.clientAddress())
                .addString(event.changes());
        return sql.send(STATEMENT, parameters).map(Outcome::read);
    }
}
