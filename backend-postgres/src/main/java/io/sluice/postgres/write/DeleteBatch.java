package io.sluice.postgres.write;

import io.sluice.postgres.sql.KeptPlan;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Deletes resources, any number in one statement; memberships end by their foreign keys. Each answer: whether it was there. */
record DeleteBatch(Sql sql, InstantSource clock) {

    private static final String STATEMENT = KeptPlan.of("""
            WITH input AS (
                SELECT * FROM unnest($1::int[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], %s)
                AS i (tenant, type, id, expected, operation, %s)
            ), gone AS (
                DELETE FROM resource r USING input i
                WHERE r.tenant = i.tenant AND r.type = i.type AND r.id = i.id
                    AND (i.expected IS NULL OR r.version::text = ANY (string_to_array(i.expected, ',')))
                RETURNING r.tenant, r.id, r.doc
            ), audited AS (
                %s
            )
            SELECT tenant, id FROM gone""".formatted(
                    Audit.arrays(6),
                    Audit.PARAMETERS,
                    Audit.insert(
                            "input i JOIN gone g ON g.tenant = i.tenant AND g.id = i.id",
                            "$14",
                            "audit_changes_of_deleted(g.doc)")));

    private static final Comparator<Deletion> BY_ID =
            Comparator.<Deletion>comparingInt(Deletion::tenant).thenComparing(Deletion::id);

    Future<List<Boolean>> send(List<Deletion> deletions) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.send(STATEMENT, parameters(deletions.stream().sorted(BY_ID).toList(), now))
                .map(Written::read)
                .map(gone ->
                        deletions.stream().map(deletion -> isIn(gone, deletion)).toList());
    }

    private static boolean isIn(Set<Written> gone, Deletion deletion) {
        return gone.contains(new Written(deletion.tenant(), deletion.id()));
    }

    private static Tuple parameters(List<Deletion> deletions, Instant now) {
        return new Columns<>(deletions)
                .ints(Deletion::tenant)
                .texts(Deletion::type)
                .uuids(Deletion::id)
                .texts(deletion -> deletion.expected().orElse(null))
                .uuids(deletion -> deletion.context().operationId())
                .events(Deletion::event)
                .same(Values.time(now))
                .parameters();
    }
}
