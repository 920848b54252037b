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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Inserts resources without members, any number in one statement. Each answer is the time of the creation, or empty when the
 * id or the userName was taken.
 */
record CreateBatch(Sql sql, InstantSource clock) {

    private static final String STATEMENT = KeptPlan.of("""
            WITH input AS (
                SELECT * FROM unnest($1::int[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::text[], $9::bytea[], $10::text[], %s)
                AS i (tenant, type, operation, name_key, external_id, display_key, label, emails, doc, search, %s)
            ), made AS (
                INSERT INTO resource (tenant, type, id, name_key, external_id, display_key, label, emails, created, modified,
                    version, operation, doc, search)
                SELECT i.tenant, i.type, i.operation, i.name_key, i.external_id, i.display_key, i.label, i.emails::text[],
                    $19, $19, 1, i.operation, i.doc, i.search::jsonb
                FROM input i
                ON CONFLICT DO NOTHING
                RETURNING tenant, id
            ), audited AS (
                %s
            )
            SELECT tenant, id FROM made""".formatted(
            Audit.arrays(11),
            Audit.PARAMETERS,
            Audit.insert("input i JOIN made m ON m.tenant = i.tenant AND m.id = i.operation", "$19", "i.changes")));

    /** Two nodes that make the same names at once wait for each other in one order only. */
    private static final Comparator<Creation> BY_NAME = Comparator.<Creation>comparingInt(Creation::tenant)
            .thenComparing(creation -> creation.form().nameKey().orElse(""));

    Future<List<Optional<Instant>>> send(List<Creation> creations) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.send(STATEMENT, parameters(distinct(creations), now))
                .map(Written::read)
                .map(made -> creations.stream()
                        .map(creation -> isIn(made, creation) ? Optional.of(now) : Optional.<Instant>empty())
                        .toList());
    }

    /** One and the same creation may come twice, when the first answer is taken for lost. */
    private static List<Creation> distinct(List<Creation> creations) {
        Set<Written> seen = new HashSet<>();
        return creations.stream()
                .filter(creation -> seen.add(new Written(creation.tenant(), creation.id())))
                .sorted(BY_NAME)
                .toList();
    }

    private static boolean isIn(Set<Written> made, Creation creation) {
        return made.contains(new Written(creation.tenant(), creation.id()));
    }

    private static Tuple parameters(List<Creation> creations, Instant now) {
        return new Columns<>(creations)
                .ints(Creation::tenant)
                .texts(creation -> creation.type().name())
                .uuids(Creation::id)
                .texts(creation -> creation.form().nameKey().orElse(null))
                .texts(creation -> creation.form().externalId().orElse(null))
                .texts(creation -> creation.form().displayKey().orElse(null))
                .texts(creation -> creation.form().label().orElse(null))
                .texts(creation -> creation.form().emails().orElse(null))
                .bytes(creation -> creation.form().document())
                .texts(creation -> creation.form().search())
                .events(Creation::event)
                .same(Values.time(now))
                .parameters();
    }
}
