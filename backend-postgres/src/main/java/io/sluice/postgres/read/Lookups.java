package io.sluice.postgres.read;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.batch.Batcher;
import io.sluice.postgres.sql.PostgresSettings;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** Look-ups by unique keys, without members: one statement, shared with others that wait. */
public final class Lookups {

    /** Few statements with many look-ups each cost the server and this process least. */
    private static final int SLOTS = 3;

    /** Documents may be large. */
    private static final int MOST = 64;

    private final Pair<UUID> byId;
    private final Pair<String> byName;

    /** With and without the groups of users. */
    private record Pair<K>(
            Batcher<Wanted<K>, Optional<ResourceRow>> bare, Batcher<Wanted<K>, Optional<ResourceRow>> withGroups) {

        Future<Optional<ResourceRow>> find(Wanted<K> wanted, MembershipColumns membership) {
            return switch (membership) {
                case NONE -> bare.submit(wanted);
                case GROUPS -> withGroups.submit(wanted);
                case MEMBERS ->
                    throw new IllegalArgumentException("Members are too many to look up several groups at once");
            };
        }
    }

    public Lookups(Sql sql, PostgresSettings settings) {
        this.byId =
                new Pair<>(ids(sql, settings, MembershipColumns.NONE), ids(sql, settings, MembershipColumns.GROUPS));
        this.byName = new Pair<>(
                names(sql, settings, MembershipColumns.NONE), names(sql, settings, MembershipColumns.GROUPS));
    }

    private static Batcher<Wanted<UUID>, Optional<ResourceRow>> ids(
            Sql sql, PostgresSettings settings, MembershipColumns membership) {
        LookupBatch<UUID> batch = new LookupBatch<>(
                sql,
                LookupBatch.statement("id", "uuid", membership),
                membership,
                (tuple, keys) -> tuple.addArrayOfUUID(keys.toArray(UUID[]::new)));
        return batcher(batch, settings);
    }

    private static Batcher<Wanted<String>, Optional<ResourceRow>> names(
            Sql sql, PostgresSettings settings, MembershipColumns membership) {
        LookupBatch<String> batch = new LookupBatch<>(
                sql,
                LookupBatch.statement("name_key", "text", membership),
                membership,
                (tuple, keys) -> tuple.addArrayOfString(keys.toArray(String[]::new)));
        return batcher(batch, settings);
    }

    private static <K> Batcher<Wanted<K>, Optional<ResourceRow>> batcher(
            LookupBatch<K> batch, PostgresSettings settings) {
        return new Batcher<>(batch::send, SLOTS, Math.min(MOST, settings.batchSize()), settings.maxWaiting());
    }

    /**
     * @param membership anything but members
     */
    public Future<Optional<ResourceRow>> byId(
            RequestContext context, ResourceType type, UUID id, MembershipColumns membership) {
        return byId.find(new Wanted<>(context, type, id), membership);
    }

    /**
     * @param nameKey the key of a userName
     * @param membership anything but members
     */
    public Future<Optional<ResourceRow>> byName(
            RequestContext context, ResourceType type, String nameKey, MembershipColumns membership) {
        return byName.find(new Wanted<>(context, type, nameKey), membership);
    }
}
