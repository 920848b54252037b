package io.sluice.postgres.write;

import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.postgres.sql.KeptPlan;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Adds members to groups and removes them, any number of updates in one statement; {@link MemberRoom} says which may be together.
 * The answer is empty when the group does not exist.
 */
record MemberBatch(Sql sql, InstantSource clock) {

    /** How far the clocks of nodes may differ for a repetition that comes by another node to be recognised. */
    private static final long SKEW_MILLIS = 100;

    /**
     * The groups are locked in one order, so that two nodes do not wait for each other in a circle. The server takes batches for
     * shorter than they are: what it might compute once for each row is materialized.
     */
    private static final String STATEMENT =
            KeptPlan.of("""
            WITH input AS MATERIALIZED (
                SELECT * FROM unnest($1::int[], $2::uuid[], $3::uuid[], %s) WITH ORDINALITY
                AS i (tenant, group_id, operation, %s, n)
            ), item AS MATERIALIZED (
                SELECT * FROM unnest($12::bigint[], $13::int[], $14::uuid[], $15::uuid[], $16::boolean[], $17::boolean[],
                    $18::text[])
                AS i (n, tenant, group_id, member_id, adds, mentioned, display)
            ), target AS MATERIALIZED (
                SELECT t.* FROM (SELECT DISTINCT i.tenant, i.group_id FROM input i ORDER BY i.tenant, i.group_id) AS i
                CROSS JOIN LATERAL (
                    SELECT r.tenant, r.id, r.version, r.operation, r.created, r.modified, r.doc FROM resource r
                    WHERE r.tenant = i.tenant AND r.type = (SELECT 'Group') AND r.id = i.group_id
                    FOR NO KEY UPDATE
                ) AS t
            ), known AS MATERIALIZED (
                SELECT i.n, i.member_id, k.type FROM item i
                LEFT JOIN LATERAL (
                    SELECT r.type FROM resource r
                    WHERE r.tenant = i.tenant AND r.type IN ('User', 'Group') AND r.id = i.member_id LIMIT 1
                ) AS k ON true
                WHERE i.mentioned
            ), refused AS MATERIALIZED (
                SELECT k.n, array_agg(k.member_id) AS unknown FROM known k WHERE k.type IS NULL GROUP BY k.n
            ), recent AS MATERIALIZED (
                SELECT e.id FROM (SELECT DISTINCT i.slug, i.target FROM input i) AS g
                CROSS JOIN LATERAL (
                    SELECT e.id FROM audit_event e WHERE e.tenant = g.slug AND e.target = g.target AND e.at >= $20 OFFSET 0
                ) AS e
            ), granted AS MATERIALIZED (
                SELECT i.*, t.version FROM input i JOIN target t ON t.tenant = i.tenant AND t.id = i.group_id
                WHERE i.operation <> t.operation AND i.operation NOT IN (SELECT e.id FROM recent e)
                    AND i.n NOT IN (SELECT f.n FROM refused f)
            ), removed AS (
                DELETE FROM group_member m USING item i
                WHERE m.tenant = i.tenant AND m.group_id = i.group_id AND m.member_id = i.member_id
                    AND NOT i.adds AND i.n IN (SELECT o.n FROM granted o)
                RETURNING i.n, m.member_id
            ), added AS (
                INSERT INTO group_member (tenant, group_id, member_id, member_type, display)
                SELECT i.tenant, i.group_id, i.member_id, k.type, i.display
                FROM item i JOIN known k ON k.n = i.n AND k.member_id = i.member_id
                WHERE i.adds AND i.n IN (SELECT o.n FROM granted o)
                ON CONFLICT DO NOTHING
                RETURNING tenant, group_id, member_id
            ), moved AS MATERIALIZED (
                SELECT n, member_id, false AS adds FROM removed
                UNION ALL
                SELECT i.n, a.member_id, true
                FROM added a JOIN item i ON i.tenant = a.tenant AND i.group_id = a.group_id AND i.member_id = a.member_id
            ), effect AS MATERIALIZED (
                SELECT m.n,
                    '["' || string_agg(m.member_id::text, '","' ORDER BY m.member_id) FILTER (WHERE NOT m.adds) || '"]' AS gone,
                    '["' || string_agg(m.member_id::text, '","' ORDER BY m.member_id) FILTER (WHERE m.adds) || '"]' AS came
                FROM moved m GROUP BY m.n
            ), placed AS MATERIALIZED (
                SELECT i.*, e.gone, e.came,
                    i.version + row_number() OVER (PARTITION BY i.tenant, i.group_id ORDER BY i.n) AS new_version
                FROM granted i JOIN effect e ON e.n = i.n
            ), changed AS (
                UPDATE resource r SET version = i.new_version, modified = $19, operation = i.operation
                FROM (SELECT DISTINCT ON (tenant, group_id) * FROM placed ORDER BY tenant, group_id, n DESC) AS i
                WHERE r.tenant = i.tenant AND r.type = (SELECT 'Group') AND r.id = i.group_id
            ), audited AS (
                %s
                ORDER BY i.n
            )
            SELECT i.n, t.tenant, t.id, t.version, t.created, t.modified, t.doc, p.new_version, f.unknown,
                i.operation = t.operation OR i.operation IN (SELECT e.id FROM recent e) AS repeated
            FROM input i JOIN target t ON t.tenant = i.tenant AND t.id = i.group_id
            LEFT JOIN placed p ON p.n = i.n LEFT JOIN refused f ON f.n = i.n
            ORDER BY i.n\
            """.formatted(Audit.arrays(4), Audit.PARAMETERS, Audit.insert("placed i", "$19", """
                jsonb_build_array(jsonb_strip_nulls(
                    jsonb_build_object('attribute', 'members', 'old', i.gone, 'new', i.came)))::text\
                """)));

    /** One member in one update. */
    private record Item(int update, MemberUpdate of, UUID member) {}

    Future<List<Optional<MemberOutcome>>> send(List<MemberUpdate> updates) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.send(STATEMENT, parameters(updates, now)).map(rows -> outcomes(updates, rows, now));
    }

    private static Tuple parameters(List<MemberUpdate> updates, Instant now) {
        List<Item> items = IntStream.range(0, updates.size())
                .boxed()
                .flatMap(i -> updates.get(i).members().everybody().stream()
                        .map(member -> new Item(i + 1, updates.get(i), member)))
                .toList();
        return new Columns<>(updates)
                .ints(MemberUpdate::tenant)
                .uuids(MemberUpdate::group)
                .uuids(update -> update.context().operationId())
                .events(MemberUpdate::event)
                .then(items)
                .longs(item -> (long) item.update())
                .ints(item -> item.of().tenant())
                .uuids(item -> item.of().group())
                .uuids(Item::member)
                .flags(item -> item.of().members().adds(item.member()))
                .flags(item -> item.of().members().mentions(item.member()))
                .texts(item -> item.of().members().display(item.member()).orElse(null))
                .same(Values.time(now))
                .same(Values.time(oldest(updates, now)))
                .parameters();
    }

    /** Whatever any of the operations did before cannot be older than the operation itself, which its id tells. */
    private static Instant oldest(List<MemberUpdate> updates, Instant now) {
        long first = updates.stream()
                .mapToLong(update -> update.context().operationId().getMostSignificantBits() >>> 16)
                .min()
                .orElse(now.toEpochMilli());
        return Instant.ofEpochMilli(Math.min(first, now.toEpochMilli()) - SKEW_MILLIS);
    }

    private static List<Optional<MemberOutcome>> outcomes(List<MemberUpdate> updates, RowSet<Row> rows, Instant now) {
        Map<Integer, MemberOutcome> known = new HashMap<>();
        Map<Written, Long> versions = new HashMap<>();
        for (Row row : rows) {
            int number = (int) (row.getLong("n") - 1);
            MemberUpdate update = updates.get(number);
            Written group = new Written(row.getInteger("tenant"), row.getUUID("id"));
            if (!group.equals(update.key())) {
                throw new IllegalStateException("A statement for " + update.key() + " brought " + group);
            }
            Optional<Long> newVersion = Optional.ofNullable(row.getLong("new_version"));
            newVersion.ifPresent(version -> versions.put(group, version));
            StoredResource stored = stored(update, row, Optional.ofNullable(versions.get(group)), now);
            known.put(
                    number,
                    new MemberOutcome(stored, newVersion.isPresent() || row.getBoolean("repeated"), unknown(row)));
        }
        return IntStream.range(0, updates.size())
                .mapToObj(number -> Optional.ofNullable(known.get(number)))
                .toList();
    }

    private static StoredResource stored(MemberUpdate update, Row row, Optional<Long> newVersion, Instant now) {
        return new StoredResource(
                update.type(),
                update.group().toString(),
                Long.toString(newVersion.orElseGet(() -> row.getLong("version"))),
                row.getOffsetDateTime("created").toInstant(),
                newVersion.isPresent() ? now : row.getOffsetDateTime("modified").toInstant(),
                row.getBuffer("doc"),
                new Membership.None());
    }

    private static List<String> unknown(Row row) {
        return Optional.ofNullable(row.getArrayOfUUIDs("unknown"))
                .map(ids -> Arrays.stream(ids).map(UUID::toString).toList())
                .orElse(List.of());
    }
}
