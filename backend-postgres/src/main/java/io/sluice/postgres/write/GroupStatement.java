package io.sluice.postgres.write;

import io.sluice.postgres.document.StoredForm;
import io.sluice.postgres.sql.Values;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes a group in one statement whose cost depends on how many members come and go, not on how many the group has.
 *
 * <p>The group's row is locked first, so that changes of one group follow each other. Nothing happens unless everybody who is to
 * be added exists. The one row of the answer tells the state before ({@code r}), whether the group was there to be changed,
 * who does not exist, and the state afterwards if something changed.
 */
final class GroupStatement {

    private static final String THESE = "m.member_id = ANY ($7)";
    private static final String ALL_OTHERS =
            "NOT EXISTS (SELECT FROM unnest($5::uuid[]) AS w (id) WHERE w.id = m.member_id) AND $7::uuid[] IS NOT NULL";

    private static final String TEMPLATE = """
            WITH target AS (
                SELECT r.id FROM resource r
                WHERE r.tenant = $1 AND r.type = (SELECT 'Group') AND r.id = $2 AND r.operation <> $9
                    AND ($3::text[] IS NULL OR r.version::text = ANY ($3))
                FOR NO KEY UPDATE
            ), known AS (
                SELECT r.id, r.type FROM resource r
                WHERE r.tenant = $1 AND r.type IN ('User', 'Group') AND r.id = ANY ($4)
            ), gate AS (
                SELECT t.id FROM target t WHERE (SELECT count(*) FROM known) = cardinality($4)
            ), removed AS (
                DELETE FROM group_member m USING gate g WHERE m.tenant = $1 AND m.group_id = g.id AND %s
                RETURNING m.member_id
            ), added AS (
                INSERT INTO group_member (tenant, group_id, member_id, member_type, display)
                SELECT $1, g.id, w.id, k.type, w.display
                FROM gate g CROSS JOIN unnest($5::uuid[], $6::text[]) AS w (id, display) JOIN known k ON k.id = w.id
                ON CONFLICT DO NOTHING
                RETURNING member_id
            ), change AS (
                SELECT
                    (SELECT '["' || string_agg(member_id::text, '","' ORDER BY member_id) || '"]' FROM removed) AS gone,
                    (SELECT '["' || string_agg(member_id::text, '","' ORDER BY member_id) || '"]' FROM added) AS came
            ), changed AS (
                UPDATE resource r SET version = r.version + 1, modified = $8, operation = $9,
                    doc = coalesce($10, r.doc), search = coalesce($11::text::jsonb, r.search),
                    external_id = CASE WHEN $10::bytea IS NULL THEN r.external_id ELSE $12 END,
                    display_key = coalesce($13, r.display_key), label = coalesce($14, r.label)
                FROM gate g, change c
                WHERE r.tenant = $1 AND r.type = (SELECT 'Group') AND r.id = g.id
                    AND (c.gone IS NOT NULL OR c.came IS NOT NULL OR $10::bytea IS NOT NULL)
                RETURNING r.version, r.modified, r.doc
            ), audited AS (
                INSERT INTO audit_event
                    (tenant, at, id, action, idp, actor, target, outcome, request_id, client_address, changes)
                SELECT $15, $8, $9, $16, $17, $18, $19, 'success', $20, $21,
                    ($22::text::jsonb || CASE WHEN c.gone IS NULL AND c.came IS NULL THEN '[]'::jsonb
                        ELSE jsonb_build_array(jsonb_strip_nulls(
                            jsonb_build_object('attribute', 'members', 'old', c.gone, 'new', c.came))) END)::text
                FROM changed, change c
            )
            SELECT r.tenant, r.id, r.version, r.operation, r.created, r.modified, r.doc,
                EXISTS (SELECT FROM target) AS matched,
                ARRAY (SELECT w.id FROM unnest($4::uuid[]) AS w (id) WHERE w.id NOT IN (SELECT k.id FROM known k)) AS unknown,
                n.version AS new_version, n.modified AS new_modified, n.doc AS new_doc
            FROM resource r LEFT JOIN changed n ON true
            WHERE r.tenant = $1 AND r.type = (SELECT 'Group') AND r.id = $2""";

    static final String CHANGE = TEMPLATE.formatted(THESE);
    static final String REPLACE = TEMPLATE.formatted(ALL_OTHERS);

    private GroupStatement() {}

    static String text(GroupChange change) {
        return change.members().replacing() ? REPLACE : CHANGE;
    }

    static Tuple parameters(GroupChange change, Instant now) {
        WriteEvent event = change.event();
        Optional<StoredForm> form = change.form();
        return Tuple.of(change.context().tenant().number(), change.id())
                .addArrayOfString(change.expected()
                        .map(versions -> versions.toArray(String[]::new))
                        .orElse(null))
                .addArrayOfUUID(change.members().mentioned())
                .addArrayOfUUID(change.members().added())
                .addArrayOfString(change.members().displays())
                .addArrayOfUUID(change.members().removed())
                .addOffsetDateTime(Values.time(now))
                .addUUID(event.id())
                .addBuffer(form.<Buffer>map(StoredForm::document).orElse(null))
                .addString(form.map(StoredForm::search).orElse(null))
                .addString(form.flatMap(StoredForm::externalId).orElse(null))
                .addString(form.flatMap(StoredForm::displayKey).orElse(null))
                .addString(form.flatMap(StoredForm::label).orElse(null))
                .addString(event.tenant())
                .addString(event.action())
                .addString(event.idp())
                .addString(event.actor())
                .addString(event.target())
                .addString(event.requestId())
                .addString(event.clientAddress())
                .addString(event.changes());
    }
}
