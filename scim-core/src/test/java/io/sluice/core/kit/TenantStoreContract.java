package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewTenant;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantChange;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.CustomAttribute;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tenants and their settings. */
public abstract class TenantStoreContract extends ControlStoreContract {

    private static final CustomAttribute BADGE =
            new CustomAttribute("BadgeNumber", AttributeType.STRING, false, true, "The number on the badge");

    @Test
    void aNewTenantBeginsWithTheDefaults() {
        String slug = newSlug();

        Tenant made = get(() -> store().tenants().create(new NewTenant(slug, "Łódź & Söhne", "memory"), ADMIN));

        assertThat(made.id().slug()).isEqualTo(slug);
        assertThat(made.name()).isEqualTo("Łódź & Söhne");
        assertThat(made.backend()).isEqualTo("memory");
        assertThat(made.provisioningEnabled()).isTrue();
        assertThat(made.userNameMutable()).isTrue();
        assertThat(made.updatableAttributes()).isEmpty();
        assertThat(made.rateLimit()).isEmpty();
        assertThat(made.auditRetentionDays()).isEmpty();
        assertThat(made.extensionUrn()).isEqualTo(Tenant.DEFAULT_EXTENSION_URN);
        assertThat(made.customAttributes()).isEmpty();
        assertThat(get(() -> store().tenants().find(slug))).contains(made);
    }

    @Test
    void aTenantThatDoesNotExistIsNotFound() {
        assertThat(get(() -> store().tenants().find(newSlug()))).isEmpty();
        refused(ErrorKind.NOT_FOUND, () -> store().tenants().update(newSlug(), rename("New"), ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> store().tenants().delete(newSlug(), ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> store().tenants().addAttribute(newSlug(), BADGE, ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> store().tenants().removeAttribute(newSlug(), "BadgeNumber", ADMIN));
    }

    @Test
    void aSlugIsTakenOnce() {
        String slug = newTenantSlug();

        String detail = refused(
                ErrorKind.CONFLICT, () -> store().tenants().create(new NewTenant(slug, "Again", "memory"), ADMIN));

        assertThat(detail).contains(slug);
        assertThat(events(slug)).hasSize(1);
    }

    @Test
    void parallelCreatesOfOneSlugHaveOneWinner() {
        String slug = newSlug();
        AtomicInteger won = new AtomicInteger();

        loop().all(IntStream.range(0, 16)
                .<Supplier<Future<Object>>>mapToObj(i -> () -> store().tenants()
                        .create(new NewTenant(slug, "Racer " + i, "memory"), ADMIN)
                        .onSuccess(tenant -> won.incrementAndGet())
                        .mapEmpty()
                        .otherwiseEmpty())
                .toList());

        assertThat(won).hasValue(1);
    }

    @Test
    void settingsChangeOneByOneAndGoBackToTheirDefaults() {
        String slug = newTenantSlug();

        Tenant changed = get(() -> store().tenants()
                .update(
                        slug,
                        TenantChange.NONE
                                .withName("Renamed")
                                .withProvisioning(false)
                                .withUserNameMutable(false)
                                .withUpdatableAttributes(Optional.of(List.of("displayName", "active")))
                                .withRateLimit(OptionalInt.of(50))
                                .withAuditRetention(OptionalInt.of(90))
                                .withExtensionUrn("urn:example:user"),
                        ADMIN));

        assertThat(changed.name()).isEqualTo("Renamed");
        assertThat(changed.provisioningEnabled()).isFalse();
        assertThat(changed.userNameMutable()).isFalse();
        assertThat(changed.updatableAttributes()).contains(List.of("displayName", "active"));
        assertThat(changed.rateLimit()).hasValue(50);
        assertThat(changed.auditRetentionDays()).hasValue(90);
        assertThat(changed.extensionUrn()).isEqualTo("urn:example:user");
        assertThat(get(() -> store().tenants().find(slug))).contains(changed);

        Tenant back = get(() -> store().tenants()
                .update(
                        slug,
                        TenantChange.NONE
                                .withProvisioning(true)
                                .withUpdatableAttributes(Optional.empty())
                                .withRateLimit(OptionalInt.empty())
                                .withAuditRetention(OptionalInt.empty()),
                        ADMIN));

        assertThat(back.name()).isEqualTo("Renamed");
        assertThat(back.provisioningEnabled()).isTrue();
        assertThat(back.userNameMutable()).isFalse();
        assertThat(back.updatableAttributes()).isEmpty();
        assertThat(back.rateLimit()).isEmpty();
        assertThat(back.auditRetentionDays()).isEmpty();
    }

    @Test
    void aChangeOfSettingsIsAuditedWithOldAndNew() {
        String slug = newTenantSlug();

        get(() -> store().tenants().update(slug, rename("Neu \"&\" frisch"), ADMIN));

        AuditEvent event = events(slug).getLast();
        assertThat(event.action()).isEqualTo("Tenant Updated");
        assertThat(event.target()).isEqualTo("Tenant/" + slug);
        assertThat(event.actor()).isEqualTo("root");
        assertThat(event.clientAddress()).isEqualTo("192.0.2.7");
        assertThat(event.outcome()).isEqualTo("success");
        assertThat(event.changes())
                .containsExactly(
                        new AuditChange("name", Optional.of("\"Acme Köln\""), Optional.of("\"Neu \\\"&\\\" frisch\"")));
    }

    @Test
    void howLongEventsAreKeptIsAuditedWithOldAndNew() {
        String slug = newTenantSlug();

        get(() -> store().tenants().update(slug, keepDays(OptionalInt.of(400)), ADMIN));
        get(() -> store().tenants().update(slug, keepDays(OptionalInt.of(30)), ADMIN));
        get(() -> store().tenants().update(slug, keepDays(OptionalInt.empty()), ADMIN));

        assertThat(events(slug))
                .flatExtracting(AuditEvent::changes)
                .containsExactly(
                        new AuditChange("auditRetentionDays", Optional.empty(), Optional.of("400")),
                        new AuditChange("auditRetentionDays", Optional.of("400"), Optional.of("30")),
                        new AuditChange("auditRetentionDays", Optional.of("30"), Optional.empty()));
    }

    @Test
    void aChangeThatChangesNothingIsNotAudited() {
        String slug = newTenantSlug();

        get(() -> store().tenants().update(slug, rename("Acme Köln"), ADMIN));

        assertThat(events(slug)).extracting(AuditEvent::action).containsExactly("Tenant Created");
    }

    @Test
    void aDeletedTenantIsGoneWithItsTokensAndItsTrailStays() {
        Tenant old = newTenant();
        String slug = old.id().slug();
        var token = newToken("entra");
        get(() -> store().credentials().create(slug, token, 2, ADMIN));

        get(() -> store().tenants().delete(slug, ADMIN));

        assertThat(get(() -> store().tenants().find(slug))).isEmpty();
        assertThat(get(() -> store().credentials().lookUp(List.of(token.secret().hash()))))
                .isEmpty();
        assertThat(events(slug))
                .extracting(AuditEvent::action)
                .containsExactly("Tenant Created", "SCIM Token Created", "Tenant Deleted");
    }

    @Test
    void aSlugMadeAnewGetsANewNumber() {
        Tenant old = newTenant();
        String slug = old.id().slug();
        get(() -> store().tenants().delete(slug, ADMIN));

        Tenant anew = get(() -> store().tenants().create(new NewTenant(slug, "Anew", "memory"), ADMIN));

        assertThat(anew.id().number()).isNotEqualTo(old.id().number());
        assertThat(get(() -> store().credentials().list(slug)).items()).isEmpty();
    }

    @Test
    void customAttributesAreAddedOnceInAnyCaseAndRemoved() {
        String slug = newTenantSlug();

        Tenant with = get(() -> store().tenants().addAttribute(slug, BADGE, ADMIN));
        refused(
                ErrorKind.CONFLICT,
                () -> store().tenants()
                        .addAttribute(
                                slug,
                                new CustomAttribute("badgenumber", AttributeType.INTEGER, false, false, "Again"),
                                ADMIN));
        Tenant without = get(() -> store().tenants().removeAttribute(slug, "badgeNUMBER", ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> store().tenants().removeAttribute(slug, "BadgeNumber", ADMIN));

        assertThat(with.customAttributes()).containsExactly(BADGE);
        assertThat(without.customAttributes()).isEmpty();
        assertThat(events(slug))
                .extracting(AuditEvent::action)
                .containsExactly("Tenant Created", "Tenant Attribute Created", "Tenant Attribute Deleted");
    }

    @Test
    void theListIsOrderedBySlugAndItsPagesAreComplete() {
        List<String> made =
                IntStream.range(0, 5).mapToObj(i -> newTenantSlug()).sorted().toList();

        List<String> listed = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Optional<String> from = cursor;
            Listing<Tenant> page = get(() -> store().tenants().list(from, 2));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(tenant -> listed.add(tenant.id().slug()));
            cursor = page.nextCursor();
        } while (cursor.isPresent());

        assertThat(listed).isSorted().doesNotHaveDuplicates().containsAll(made);
    }

    private static TenantChange keepDays(OptionalInt days) {
        return TenantChange.NONE.withAuditRetention(days);
    }

    private static TenantChange rename(String name) {
        return TenantChange.NONE.withName(name);
    }
}
