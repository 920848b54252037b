package io.sluice.postgres.read;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.batch.Batcher;
import io.sluice.postgres.sql.PostgresSettings;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Look-ups by keys, without members: one statement, shared with others that wait. */
public final class Lookups {

    /** Few statements with many look-ups each cost the server and this process least. */
    private static final int SLOTS = 3;

    /** Documents may be large. */
    private static final int MOST = 64;

    /** What a key that need not be unique is asked for: whether there is none, one or more. */
    private static final int NONE_ONE_OR_MORE = 2;

    private static final String OF_TENANT = "r.tenant = i.tenant AND r.type = i.type AND ";

    /** The index over e-mails has the tenant in its keys; without {@code + 0} another index would be intersected with it. */
    private static final String HAS_EMAIL =
            "r.tenant + 0 = i.tenant AND r.type || '' = i.type AND r.emails @> ARRAY[i.key]";

    private final Pair<UUID> byId;
    private final Pair<String> byName;
    private final Pair<String> byExternalId;
    private final Pair<String> byEmail;

    /** With and without the groups of users. */
    private record Pair<K>(
            Batcher<Wanted<K>, List<ResourceRow>> bare, Batcher<Wanted<K>, List<ResourceRow>> withGroups) {

        static <K> Pair<K> of(Function<MembershipColumns, Batcher<Wanted<K>, List<ResourceRow>>> batcher) {
            return new Pair<>(batcher.apply(MembershipColumns.NONE), batcher.apply(MembershipColumns.GROUPS));
        }

        Future<List<ResourceRow>> find(Wanted<K> wanted, MembershipColumns membership) {
            return switch (membership) {
                case NONE -> bare.submit(wanted);
                case GROUPS -> withGroups.submit(wanted);
                case MEMBERS ->
                    throw new IllegalArgumentException("Members are too many to look up several groups at once");
            };
        }
    }

    public Lookups(Sql sql, PostgresSettings settings) {
        this.byId = Pair.of(membership -> batcher(
                new LookupBatch<>(
                        sql,
                        LookupBatch.statement(OF_TENANT + "r.id = i.key", "uuid", 1, membership),
                        membership,
                        (tuple, keys) -> tuple.addArrayOfUUID(keys.toArray(UUID[]::new))),
                settings));
        this.byName = texts(sql, settings, OF_TENANT + "r.name_key = i.key", 1);
        this.byExternalId = texts(sql, settings, OF_TENANT + "r.external_id = i.key", NONE_ONE_OR_MORE);
        this.byEmail = texts(sql, settings, HAS_EMAIL, NONE_ONE_OR_MORE);
    }

    private static Pair<String> texts(Sql sql, PostgresSettings settings, String condition, int most) {
        return Pair.of(membership -> batcher(
                new LookupBatch<>(
                        sql,
                        LookupBatch.statement(condition, "text", most, membership),
                        membership,
                        (tuple, keys) -> tuple.addArrayOfString(keys.toArray(String[]::new))),
                settings));
    }

    private static <K> Batcher<Wanted<K>, List<ResourceRow>> batcher(LookupBatch<K> batch, PostgresSettings settings) {
        return new Batcher<>(batch::send, SLOTS, Math.min(MOST, settings.batchSize()), settings.maxWaiting());
    }

    /**
     * @param membership anything but members
     */
    public Future<Optional<ResourceRow>> byId(
            RequestContext context, ResourceType type, UUID id, MembershipColumns membership) {
        return byId.find(new Wanted<>(context, type, id), membership)
                .map(rows -> rows.stream().findFirst());
    }

    /**
     * Two resources at most: whoever needs all when there are more than one has to search.
     *
     * @param membership anything but members
     */
    public Future<List<ResourceRow>> matching(
            RequestContext context, ResourceType type, MatchKey key, MembershipColumns membership) {
        Pair<String> batchers = switch (key) {
            case MatchKey.Name name -> byName;
            case MatchKey.ExternalId externalId -> byExternalId;
            case MatchKey.Email email -> byEmail;
        };
        return batchers.find(new Wanted<>(context, type, key.text()), membership);
    }
}
