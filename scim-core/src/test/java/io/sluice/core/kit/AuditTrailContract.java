package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.AuditRetention;
import io.sluice.core.control.Listing;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The audit trail: what goes in comes out, filtered and paged, newest first. */
public abstract class AuditTrailContract extends ControlStoreContract {

    private static final Instant NOON = Instant.now().truncatedTo(ChronoUnit.HOURS);

    @Test
    void anEventComesBackAsItWentIn() {
        String tenant = newTenantSlug();
        AuditEvent event = new AuditEvent(
                UUID.randomUUID().toString(),
                NOON.plusMillis(7),
                tenant,
                "User Updated",
                "entra",
                "cred-1",
                "User/42",
                "success",
                "req-9",
                "2001:db8::1",
                List.of(
                        new AuditChange("displayName", Optional.of("\"Ωμέγα\""), Optional.of("\"山田 👩‍🚀\"")),
                        new AuditChange("active", Optional.empty(), Optional.of("true")),
                        new AuditChange("title", Optional.of("\"a\\\"b\""), Optional.empty())));

        append(event);

        assertThat(query(everything(tenant))).contains(event);
    }

    /** A change that was interrupted may have its event already, and whoever looks into it cannot know. */
    @Test
    void anEventThatComesAgainIsKeptOnce() {
        String tenant = newTenantSlug();
        AuditEvent event = event(tenant, 1, "User/a");

        Supplier<Future<Void>> appending = () -> store().audit().append(event);
        loop().all(Collections.nCopies(8, appending));
        append(event);

        assertThat(resourceEvents(everything(tenant))).containsExactly(event);
    }

    @Test
    void theNewestEventComesFirst() {
        String tenant = newTenantSlug();
        append(event(tenant, 2, "User/b"));
        append(event(tenant, 3, "User/c"));
        append(event(tenant, 1, "User/a"));

        assertThat(resourceEvents(everything(tenant)))
                .extracting(AuditEvent::target)
                .containsExactly("User/c", "User/b", "User/a");
    }

    @Test
    void everyComponentRestricts() {
        String tenant = newTenantSlug();
        append(with(tenant, "User Created", "entra", "cred-1", "User/1", "success"));
        append(with(tenant, "User Deleted", "entra", "cred-1", "User/1", "failure"));
        append(with(tenant, "Group Created", "okta", "cred-2", "Group/1", "success"));

        assertThat(query(where(tenant, "User Created", "", "", "", ""))).hasSize(1);
        assertThat(query(where(tenant, "", "entra", "", "", ""))).hasSize(2);
        assertThat(query(where(tenant, "", "", "cred-2", "", ""))).hasSize(1);
        assertThat(query(where(tenant, "", "", "", "User/1", ""))).hasSize(2);
        assertThat(query(where(tenant, "", "", "", "", "failure"))).hasSize(1);
        assertThat(query(where(tenant, "", "entra", "cred-1", "User/1", "success")))
                .hasSize(1);
        assertThat(query(where(tenant, "", "okta", "cred-1", "", ""))).isEmpty();
    }

    @Test
    void theTimeRestrictsFromIncludedToExcluded() {
        String tenant = newTenantSlug();
        IntStream.range(0, 4).forEach(minute -> append(event(tenant, minute, "User/" + minute)));

        AuditQuery all = everything(tenant);
        AuditQuery middle = new AuditQuery(
                tenant,
                Optional.of(NOON.plus(Duration.ofMinutes(1))),
                Optional.of(NOON.plus(Duration.ofMinutes(3))),
                all.action(),
                all.idp(),
                all.actor(),
                all.target(),
                all.outcome(),
                all.cursor(),
                all.limit());

        assertThat(resourceEvents(middle)).extracting(AuditEvent::target).containsExactly("User/2", "User/1");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetitionWhileEventsArrive() {
        String tenant = newTenantSlug();
        IntStream.range(0, 7).forEach(i -> append(event(tenant, i / 3, "User/" + i)));

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            AuditQuery page = page(tenant, cursor, 3);
            Listing<AuditEvent> listing = get(() -> store().audit().query(page));
            assertThat(listing.items()).hasSizeLessThanOrEqualTo(3);
            listing.items().forEach(event -> seen.add(event.target()));
            append(event(tenant, 60 + seen.size(), "User/late-" + seen.size()));
            cursor = listing.nextCursor();
        } while (cursor.isPresent());

        assertThat(seen)
                .containsExactlyInAnyOrder("User/0", "User/1", "User/2", "User/3", "User/4", "User/5", "User/6");
    }

    @Test
    void aTenantSeesItsOwnEventsOnly() {
        String one = newTenantSlug();
        String two = newTenantSlug();
        append(event(one, 1, "User/1"));

        assertThat(resourceEvents(everything(two))).isEmpty();
    }

    @Test
    void eachTenantKeepsItsEventsAsLongAsItWants() {
        // No tenant is made: its event would be the oldest that arrived and the youngest by its time.
        String brief = newSlug();
        String lasting = newSlug();
        String unset = newSlug();
        IntStream.of(200, 9, 1).forEach(days -> {
            List.of(brief, lasting, unset).forEach(tenant -> append(ofDaysAgo(tenant, days)));
            settle();
        });

        AuditRetention retention = new AuditRetention(
                Optional.empty(),
                Map.of(brief, NOON.minus(Duration.ofDays(7)), lasting, NOON.minus(Duration.ofDays(100))));
        long removed = get(() -> store().audit().prune(retention));

        assertThat(removed).isEqualTo(3);
        assertThat(resourceEvents(everything(brief)))
                .extracting(AuditEvent::target)
                .containsExactly("User/1");
        assertThat(resourceEvents(everything(lasting)))
                .extracting(AuditEvent::target)
                .containsExactly("User/1", "User/9");
        assertThat(resourceEvents(everything(unset))).hasSize(3);
        assertThat(get(() -> store().audit().prune(retention)))
                .as("nothing is left to remove")
                .isZero();
    }

    @Test
    void theDefaultIsForWhoeverHasNoSetting() {
        String lasting = newSlug();
        String unset = newSlug();
        for (String tenant : List.of(lasting, unset)) {
            append(ofDaysAgo(tenant, 5_000));
        }
        settle();

        // Other cases' events are younger than this default.
        get(() -> store().audit()
                .prune(new AuditRetention(
                        Optional.of(NOON.minus(Duration.ofDays(4_000))),
                        Map.of(lasting, NOON.minus(Duration.ofDays(6_000))))));

        assertThat(resourceEvents(everything(lasting))).hasSize(1);
        assertThat(resourceEvents(everything(unset))).isEmpty();
    }

    /** Lets what was appended be removed apart from what comes later; only stores that seal have something to do. */
    protected void settle() {}

    private void append(AuditEvent event) {
        get(() -> store().audit().append(event));
    }

    private List<AuditEvent> query(AuditQuery query) {
        return get(() -> store().audit().query(query)).items();
    }

    private List<AuditEvent> resourceEvents(AuditQuery query) {
        return query(query).stream()
                .filter(event -> event.target().startsWith("User/"))
                .toList();
    }

    private static AuditEvent event(String tenant, int minute, String target) {
        return new AuditEvent(
                UUID.randomUUID().toString(),
                NOON.plus(Duration.ofMinutes(minute)),
                tenant,
                "User Created",
                "entra",
                "cred-1",
                target,
                "success",
                "req",
                "192.0.2.1",
                List.of());
    }

    private static AuditEvent ofDaysAgo(String tenant, int days) {
        return new AuditEvent(
                UUID.randomUUID().toString(),
                NOON.minus(Duration.ofDays(days)),
                tenant,
                "User Created",
                "entra",
                "cred-1",
                "User/" + days,
                "success",
                "req",
                "192.0.2.1",
                List.of());
    }

    private static AuditEvent with(
            String tenant, String action, String idp, String actor, String target, String outcome) {
        return new AuditEvent(
                UUID.randomUUID().toString(),
                NOON,
                tenant,
                action,
                idp,
                actor,
                target,
                outcome,
                "req",
                "192.0.2.1",
                List.of());
    }

    private static AuditQuery where(
            String tenant, String action, String idp, String actor, String target, String outcome) {
        return new AuditQuery(
                tenant,
                Optional.empty(),
                Optional.empty(),
                given(action),
                given(idp),
                given(actor),
                given(target),
                given(outcome),
                Optional.empty(),
                100);
    }

    private static AuditQuery page(String tenant, Optional<String> cursor, int limit) {
        Optional<String> any = Optional.empty();
        return new AuditQuery(
                tenant,
                Optional.empty(),
                Optional.empty(),
                Optional.of("User Created"),
                any,
                any,
                any,
                any,
                cursor,
                limit);
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
