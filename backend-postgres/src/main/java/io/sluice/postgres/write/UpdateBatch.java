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
import java.util.Optional;
import java.util.Set;

/**
 * Replaces documents, any number in one statement. Each answer is the time of the change, or empty when the resource had
 * another version by then.
 */
record UpdateBatch(Sql sql, InstantSource clock) {

    private static final String STATEMENT = KeptPlan.of("""
            WITH input AS (
                SELECT * FROM unnest($1::int[], $2::text[], $3::uuid[], $4::bigint[], $5::uuid[], $6::text[], $7::text[],
                    $8::text[], $9::text[], $10::text[], $11::bytea[], $12::text[], %s)
                AS i (tenant, type, id, expected, operation, name_key, external_id, display_key, label, emails, doc, search, %s)
            ), changed AS (
                UPDATE resource r SET name_key = i.name_key, external_id = i.external_id, display_key = i.display_key,
                    label = i.label, emails = i.emails::text[], modified = $21, version = r.version + 1,
                    operation = i.operation, doc = i.doc, search = i.search::jsonb
                FROM input i
                WHERE r.tenant = i.tenant AND r.type = i.type AND r.id = i.id AND r.version = i.expected
                RETURNING r.tenant, r.id
            ), audited AS (
                %s
            )
            SELECT tenant, id FROM changed""".formatted(
                    Audit.arrays(13),
                    Audit.PARAMETERS,
                    Audit.insert("input i JOIN changed c ON c.tenant = i.tenant AND c.id = i.id", "$21", "i.changes")));

    private static final Comparator<Update> BY_ID =
            Comparator.<Update>comparingInt(Update::tenant).thenComparing(Update::id);

    Future<List<Optional<Instant>>> send(List<Update> updates) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.send(STATEMENT, parameters(updates.stream().sorted(BY_ID).toList(), now))
                .map(Written::read)
                .map(changed -> updates.stream()
                        .map(update -> isIn(changed, update) ? Optional.of(now) : Optional.<Instant>empty())
                        .toList());
    }

    private static boolean isIn(Set<Written> changed, Update update) {
        return changed.contains(new Written(update.tenant(), update.id()));
    }

    private static Tuple parameters(List<Update> updates, Instant now) {
        return new Columns<>(updates)
                .ints(Update::tenant)
                .texts(update -> update.type().name())
                .uuids(Update::id)
                .longs(Update::expectedVersion)
                .uuids(update -> update.context().operationId())
                .texts(update -> update.form().nameKey().orElse(null))
                .texts(update -> update.form().externalId().orElse(null))
                .texts(update -> update.form().displayKey().orElse(null))
                .texts(update -> update.form().label().orElse(null))
                .texts(update -> update.form().emails().orElse(null))
                .bytes(update -> update.form().document())
                .texts(update -> update.form().search())
                .events(Update::event)
                .same(Values.time(now))
                .parameters();
    }
}
