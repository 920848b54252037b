package io.sluice.gateway.portal.people;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.models.runtime.JteModel;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.Total;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.gateway.control.ResourceQueries;
import io.sluice.gateway.control.ResourceQueries.Inquiry;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.audit.AuditFilter;
import io.sluice.gateway.portal.audit.AuditRow;
import io.sluice.gateway.portal.page.Page;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Positions;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Users and User groups: lists, searches and details. */
public final class PeoplePages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int ROWS = 50;
    private static final int MEMBERS = 100;
    private static final int EVENTS = 20;

    private final Pages pages;
    private final ResourceQueries resources;
    private final AuditTrail trail;
    private final Positions positions;

    public PeoplePages(Pages pages, ResourceQueries resources, AuditTrail trail, Positions positions) {
        this.pages = pages;
        this.resources = resources;
        this.trail = trail;
        this.positions = positions;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("t/{tenant}/users", Access.ADMINISTRATOR, this::users),
                Route.get("t/{tenant}/users/{id}", Access.ADMINISTRATOR, this::user),
                Route.get("t/{tenant}/groups", Access.ADMINISTRATOR, this::groups),
                Route.get("t/{tenant}/groups/{id}", Access.ADMINISTRATOR, this::group));
    }

    private Future<Answer> users(Visit visit) {
        return pages.ofTenant(visit, Section.USERS)
                .compose(page -> list(page, "User", Documents::user).map(view -> TEMPLATES.peopleUsers(page, view)))
                .map(Pages::html);
    }

    private Future<Answer> groups(Visit visit) {
        return pages.ofTenant(visit, Section.GROUPS)
                .compose(page -> list(page, "Group", Documents::group).map(view -> TEMPLATES.peopleGroups(page, view)))
                .map(Pages::html);
    }

    private <T> Future<ListView<T>> list(Page page, String type, Function<StoredResource, T> row) {
        Optional<String> search = page.visit().query().first("q");
        Optional<String> cursor = page.visit().query().first("cursor");
        String list = String.join("\n", page.owner().id().slug(), type, search.orElse(""));
        return resources
                .search(inquiry(page), type, search, positions.open(list, cursor), ROWS)
                .map(found -> new ListView<>(
                        search.orElse(""),
                        cursor.isEmpty(),
                        found.resources().stream().map(row).toList(),
                        found.next().map(next -> positions.issue(list, next)),
                        total(page, found)));
    }

    private static Optional<String> total(Page page, BackendReply.Found found) {
        Total total = found.total();
        String count = NumberFormat.getIntegerInstance(page.language().locale()).format(total.count());
        return Optional.of(total.exact() ? count : "> " + count);
    }

    private Future<Answer> user(Visit visit) {
        return pages.ofTenant(visit, Section.USERS)
                .compose(page -> resources
                        .read(inquiry(page), "User", visit.segment("id"))
                        .compose(user -> history(page, "User/" + user.id()).map(events -> user(page, user, events))))
                .map(Pages::html);
    }

    private static JteModel user(Page page, StoredResource resource, List<AuditRow> events) {
        UserRow row = Documents.user(resource);
        var groups = resource.membership() instanceof Membership.InGroups in
                ? in.groups()
                : List.<io.sluice.core.resource.GroupReference>of();
        UserView view = new UserView(row, Documents.details(resource), groups, events, Documents.indented(resource));
        return TEMPLATES.peopleUser(
                page.titled(row.displayName().isEmpty() ? row.userName() : row.displayName()), view);
    }

    private Future<Answer> group(Visit visit) {
        String id = visit.segment("id");
        return pages.ofTenant(visit, Section.GROUPS)
                .compose(page -> resources.read(inquiry(page), "Group", id).compose(group -> {
                    Future<Membership.OfGroup> members = members(page, group);
                    Future<List<AuditRow>> history = history(page, "Group/" + id);
                    return Future.all(members, history)
                            .map(both -> group(page, group, members.result(), history.result()));
                }))
                .map(Pages::html);
    }

    private Future<Membership.OfGroup> members(Page page, StoredResource group) {
        String list = page.owner().id().slug() + "\nmembers\n" + group.id();
        Optional<String> after = positions.open(list, page.visit().query().first("after"));
        if (after.isPresent()) {
            return resources.members(inquiry(page), group.id(), after.get(), MEMBERS);
        }
        return Future.succeededFuture(
                group.membership() instanceof Membership.OfGroup first
                        ? first
                        : new Membership.OfGroup(List.of(), Optional.empty()));
    }

    private JteModel group(Page page, StoredResource resource, Membership.OfGroup members, List<AuditRow> events) {
        GroupRow row = Documents.group(resource);
        String list = page.owner().id().slug() + "\nmembers\n" + resource.id();
        boolean first = page.visit().query().first("after").isEmpty();
        GroupView view = new GroupView(
                row,
                first,
                members.members(),
                members.next().map(next -> positions.issue(list, next)),
                events,
                Documents.indented(resource));
        return TEMPLATES.peopleGroup(page.titled(row.displayName()), view);
    }

    private Future<List<AuditRow>> history(Page page, String target) {
        AuditFilter filter = new AuditFilter("", "", "", "", "", target, "");
        return trail.query(filter.query(page.owner().id().slug(), Optional.empty(), EVENTS))
                .map(found -> found.items().stream().map(AuditRow::new).toList());
    }

    private static Inquiry inquiry(Page page) {
        return new Inquiry(
                page.owner(), Pages.actor(page.visit()), page.visit().reader().requestId());
    }
}
