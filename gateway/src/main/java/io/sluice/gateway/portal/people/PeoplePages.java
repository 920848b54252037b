package io.sluice.gateway.portal.people;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.models.runtime.JteModel;
import io.sluice.core.backend.Total;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.gateway.control.AuditQueries;
import io.sluice.gateway.control.ResourceQueries;
import io.sluice.gateway.control.ResourceQueries.Inquiry;
import io.sluice.gateway.control.ResourceQueries.MemberList;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.audit.AuditFilter;
import io.sluice.gateway.portal.audit.AuditRow;
import io.sluice.gateway.portal.page.Page;
import io.sluice.gateway.portal.page.Pages;
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
    private final AuditQueries trail;

    public PeoplePages(Pages pages, ResourceQueries resources, AuditQueries trail) {
        this.pages = pages;
        this.resources = resources;
        this.trail = trail;
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
        return resources
                .search(inquiry(page), type, search, cursor, ROWS)
                .map(found -> new ListView<>(
                        search.orElse(""),
                        cursor.isEmpty(),
                        found.resources().stream().map(row).toList(),
                        found.nextCursor(),
                        total(page, found.total())));
    }

    private static Optional<String> total(Page page, Total total) {
        String count = NumberFormat.getIntegerInstance(page.language().locale()).format(total.count());
        return Optional.of(total.exact() ? count : "> " + count);
    }

    private Future<Answer> user(Visit visit) {
        return pages.ofTenant(visit, Section.USERS)
                .compose(page -> resources
                        .read(inquiry(page), "User", visit.segment("id"), Include.ALL)
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

    /** Three look-ups at once, none of which costs more for a larger group. */
    private Future<Answer> group(Visit visit) {
        String id = visit.segment("id");
        Optional<String> after = visit.query().first("after");
        return pages.ofTenant(visit, Section.GROUPS)
                .compose(page -> {
                    Future<StoredResource> group = resources.read(inquiry(page), "Group", id, Include.NOTHING);
                    Future<MemberList> members = resources.members(inquiry(page), id, after, MEMBERS);
                    Future<List<AuditRow>> history = history(page, "Group/" + id);
                    return Future.all(group, members, history)
                            .map(all -> group(page, group.result(), members.result(), history.result()));
                })
                .map(Pages::html);
    }

    private static JteModel group(Page page, StoredResource resource, MemberList members, List<AuditRow> events) {
        GroupRow row = Documents.group(resource);
        GroupView view = new GroupView(
                row,
                page.visit().query().first("after").isEmpty(),
                members.members(),
                members.nextCursor(),
                events,
                Documents.indented(resource));
        return TEMPLATES.peopleGroup(page.titled(row.displayName()), view);
    }

    private Future<List<AuditRow>> history(Page page, String target) {
        AuditFilter filter = new AuditFilter("", "", "", "", "", target, "");
        return trail.find(filter.query(page.owner().id().slug(), Optional.empty(), EVENTS))
                .map(found -> found.items().stream().map(AuditRow::new).toList());
    }

    private static Inquiry inquiry(Page page) {
        return new Inquiry(
                page.owner(), Pages.actor(page.visit()), page.visit().reader().requestId());
    }
}
