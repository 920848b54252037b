package io.sluice.gateway.portal.attributes;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantChange;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.CustomAttribute;
import io.sluice.gateway.control.AttributeCommands;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Notice;
import io.sluice.gateway.portal.page.Page;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Said;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Custom Attributes, and which attributes an IdP may update. */
public final class AttributePages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String ROOT = "t/{tenant}/attributes";

    private final Pages pages;
    private final AttributeCommands attributes;
    private final TenantCommands tenants;

    public AttributePages(Pages pages, AttributeCommands attributes, TenantCommands tenants) {
        this.pages = pages;
        this.attributes = attributes;
        this.tenants = tenants;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, Access.ADMINISTRATOR, this::show),
                Route.post(ROOT, Access.ADMINISTRATOR, this::add),
                Route.post(ROOT + "/{name}/remove", Access.ADMINISTRATOR, this::remove),
                Route.post(ROOT + "/policy", Access.ADMINISTRATOR, this::policy));
    }

    private Future<Answer> show(Visit visit) {
        return pages.ofTenant(visit, Section.ATTRIBUTES)
                .map(page -> Pages.html(TEMPLATES.attributesPage(Said.heard(page, visit), view(page))));
    }

    private static AttributesView view(Page page) {
        Tenant tenant = page.owner();
        return new AttributesView(
                tenant.extensionUrn(),
                tenant.customAttributes(),
                Policy.groups(tenant),
                new HashSet<>(tenant.updatableAttributes().orElse(List.of())),
                Policy.choosing(tenant),
                Arrays.stream(AttributeType.values())
                        .filter(type -> type != AttributeType.COMPLEX)
                        .map(AttributeType::text)
                        .toList());
    }

    private Future<Answer> add(Visit visit) {
        CustomAttribute attribute = new CustomAttribute(
                visit.form().first("name").orElse(""),
                type(visit.form().first("type").orElse("string")),
                visit.form().ticked("multiValued"),
                visit.form().ticked("caseExact"),
                visit.form().first("description").orElse(""));
        return attributes
                .add(visit.segment("tenant"), attribute, Pages.actor(visit))
                .map(added -> back(visit, Said.ADDED))
                .recover(cause -> refused(visit, cause));
    }

    private Future<Answer> remove(Visit visit) {
        return attributes
                .remove(visit.segment("tenant"), visit.segment("name"), Pages.actor(visit))
                .map(removed -> back(visit, Said.REMOVED));
    }

    private Future<Answer> policy(Visit visit) {
        String slug = visit.segment("tenant");
        return tenants.get(slug)
                .compose(tenant -> tenants.update(slug, change(visit, tenant), Pages.actor(visit)))
                .map(changed -> back(visit, Said.SAVED));
    }

    private static TenantChange change(Visit visit, Tenant tenant) {
        Optional<List<String>> allowed = switch (visit.form().first("which").orElse("all")) {
            case "preset" -> Optional.of(Policy.preset(tenant));
            case "chosen" -> Optional.of(visit.form().all("attribute"));
            default -> Optional.empty();
        };
        return TenantChange.NONE
                .withUserNameMutable(visit.form().ticked("userNameMutable"))
                .withUpdatableAttributes(allowed);
    }

    /** The page again, with what was wrong. */
    private Future<Answer> refused(Visit visit, Throwable cause) {
        if (!(cause instanceof ScimException known) || known.error().kind().status() >= 500) {
            return Future.failedFuture(cause);
        }
        return pages.ofTenant(visit, Section.ATTRIBUTES)
                .map(page -> Pages.html(
                        known.error().kind().status(),
                        TEMPLATES.attributesPage(
                                page.with(new Notice("bad", known.error().detail())), view(page))));
    }

    private static AttributeType type(String text) {
        return Arrays.stream(AttributeType.values())
                .filter(type -> type.text().equals(text))
                .findFirst()
                .orElseThrow(() -> ScimException.of(ErrorKind.BAD_REQUEST, "There is no type " + text + "."));
    }

    private static Answer back(Visit visit, Said said) {
        return Pages.redirect(said.on("/portal/t/" + visit.segment("tenant") + "/attributes"));
    }
}
