package io.sluice.gateway.portal.page;

import gg.jte.models.runtime.JteModel;
import io.sluice.core.control.Actor;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.Listing;
import io.sluice.core.control.Tenant;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.asset.Assets;
import io.sluice.gateway.portal.text.Messages;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/** Makes pages for visits. */
public final class Pages {

    /** More than this nobody looks through in a list that drops down; the page of tenants has them all. */
    private static final int MOST_TO_SWITCH = 100;

    private final Messages messages;
    private final Assets assets;
    private final TenantCommands tenants;

    public Pages(Messages messages, Assets assets, TenantCommands tenants) {
        this.messages = messages;
        this.assets = assets;
        this.tenants = tenants;
    }

    /** A page of the tenant in the visit's path; NOT_FOUND when there is none. */
    public Future<Page> ofTenant(Visit visit, Section section) {
        Future<Tenant> owner = tenants.get(visit.segment("tenant"));
        return Future.all(owner, choices(visit))
                .map(both -> page(visit, section, Optional.of(both.resultAt(0)), both.resultAt(1)));
    }

    /** A page that belongs to no tenant. */
    public Future<Page> ofOperator(Visit visit, Section section) {
        return choices(visit).map(all -> page(visit, section, Optional.empty(), all));
    }

    /** Fails as an address does at which there is nothing. */
    public <T> Future<T> unknown() {
        return Future.failedFuture(ScimException.of(ErrorKind.NOT_FOUND, ""));
    }

    public Bare bare(Visit visit, String titleKey) {
        return new Bare(messages, assets, visit, titleKey);
    }

    /** The tenants that the reader may switch to, the first of them. */
    public Future<List<Tenant>> choices(Visit visit) {
        return switch (visit.admitted().administrator().role()) {
            case AdministratorRole.Operator() ->
                tenants.list(Optional.empty(), MOST_TO_SWITCH).map(Listing::items);
            case AdministratorRole.TenantAdministrator some ->
                Future.all(some.tenants().stream().sorted().map(this::existing).toList())
                        .map(found -> found.<Optional<Tenant>>list().stream()
                                .flatMap(Optional::stream)
                                .toList());
        };
    }

    /** A role may name a tenant that has been removed since. */
    private Future<Optional<Tenant>> existing(String slug) {
        return tenants.get(slug)
                .map(Optional::of)
                .recover(cause ->
                        cause instanceof ScimException known && known.error().kind() == ErrorKind.NOT_FOUND
                                ? Future.succeededFuture(Optional.empty())
                                : Future.failedFuture(cause));
    }

    /** Who acts, as the audit trail names them. */
    public static Actor actor(Visit visit) {
        return new Actor(
                visit.admitted().administrator().name(),
                Actor.ADMINISTRATOR,
                visit.reader().clientAddress());
    }

    public static Answer html(JteModel model) {
        return html(200, model);
    }

    public static Answer html(int status, JteModel model) {
        return Answer.bytes(status, "text/html; charset=utf-8", Buffer.buffer(model.render()));
    }

    /** See other: the browser fetches that page, and a reload repeats nothing (RFC 9110 section 15.4.4). */
    public static Answer redirect(String location) {
        return Answer.empty(303).with("Location", location);
    }

    private Page page(Visit visit, Section section, Optional<Tenant> owner, List<Tenant> all) {
        String title = messages.text(visit.reader().language(), section.key());
        return new Page(messages, assets, visit, section, title, owner, all, Optional.empty());
    }
}
