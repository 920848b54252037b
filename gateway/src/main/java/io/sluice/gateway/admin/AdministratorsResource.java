package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.Administrator;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.ApiKey;
import io.sluice.gateway.administrator.AdministratorCommands;
import io.sluice.gateway.administrator.Logins;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code /admin/v1/administrators}: for operators, but for one's own password. */
public final class AdministratorsResource implements AdminResource {

    private static final String ALL = "/administrators";
    private static final String ONE = ALL + "/:name";

    private final AdministratorCommands administrators;
    private final Logins logins;

    public AdministratorsResource(AdministratorCommands administrators, Logins logins) {
        this.administrators = administrators;
        this.logins = logins;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.post(ALL, this::create)
                .get(ALL, this::list)
                .patch(ONE, this::update)
                .delete(ONE, this::remove)
                .post(ONE + "/password", this::changePassword)
                .post(ONE + "/keys", this::addKey)
                .get(ONE + "/keys", this::keys)
                .delete(ONE + "/keys/:id", this::removeKey);
    }

    private Future<Answer> create(AdminCall call) {
        call.requireOperator();
        RequestFields fields = call.fields("name", "role", "tenants", "password");
        String name = fields.text("name");
        return administrators
                .create(name, role(fields), fields.optionalText("password"), call.actor())
                .map(made -> AdminAnswers.created(json(made), AdminRoutes.ROOT + ALL + "/" + name));
    }

    private Future<Answer> list(AdminCall call) {
        call.requireOperator();
        return administrators.list().map(all -> AdminAnswers.list(all, AdministratorsResource::json));
    }

    private Future<Answer> update(AdminCall call) {
        call.requireOperator();
        RequestFields fields = call.fields("role", "tenants", "password");
        String name = call.parameter("name");
        Future<?> password = fields.optionalText("password")
                .<Future<?>>map(text -> administrators.setPassword(name, text, call.actor()))
                .orElseGet(Future::succeededFuture);
        return password.compose(set -> fields.has("role")
                ? administrators
                        .setRole(name, role(fields), call.actor())
                        .map(AdministratorsResource::json)
                        .map(AdminAnswers::ok)
                : Future.succeededFuture(AdminAnswers.noContent()));
    }

    private Future<Answer> remove(AdminCall call) {
        call.requireOperator();
        return administrators.remove(call.parameter("name"), call.actor()).map(done -> AdminAnswers.noContent());
    }

    /** Whoever knows the current password may change it. */
    private Future<Answer> changePassword(AdminCall call) {
        RequestFields fields = call.fields("current", "new");
        return logins.changePassword(call.parameter("name"), fields.text("current"), fields.text("new"), call.actor())
                .map(changed -> {
                    if (!changed) {
                        throw RequestFields.wrong("The name or the current password is wrong.");
                    }
                    return AdminAnswers.noContent();
                });
    }

    private Future<Answer> addKey(AdminCall call) {
        call.requireOperator();
        RequestFields fields = call.fields("name", "expiresInDays");
        String administrator = call.parameter("name");
        return administrators
                .addKey(administrator, fields.text("name"), fields.optionalInteger("expiresInDays"), call.actor())
                .map(issued -> AdminAnswers.created(
                        json(issued.key()).put("key", issued.text().reveal()),
                        AdminRoutes.ROOT + ALL + "/" + administrator + "/keys/"
                                + issued.key().id()));
    }

    private Future<Answer> keys(AdminCall call) {
        call.requireOperator();
        return administrators
                .keys(call.parameter("name"))
                .map(all -> AdminAnswers.list(all, AdministratorsResource::json));
    }

    private Future<Answer> removeKey(AdminCall call) {
        call.requireOperator();
        return administrators
                .removeKey(call.parameter("name"), call.parameter("id"), call.actor())
                .map(done -> AdminAnswers.noContent());
    }

    private static AdministratorRole role(RequestFields fields) {
        return switch (fields.text("role")) {
            case "operator" -> new AdministratorRole.Operator();
            case "tenant-admin" ->
                new AdministratorRole.TenantAdministrator(
                        new HashSet<>(fields.optionalTexts("tenants").orElse(List.of())));
            default -> throw RequestFields.wrong("role must be operator or tenant-admin.");
        };
    }

    private static ObjectNode json(Administrator administrator) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", administrator.name())
                .put("createdAt", administrator.createdAt().toString());
        switch (administrator.role()) {
            case AdministratorRole.Operator() -> json.put("role", "operator");
            case AdministratorRole.TenantAdministrator(Set < String > tenants) -> {
                ArrayNode names = json.put("role", "tenant-admin").putArray("tenants");
                tenants.stream().sorted().forEach(names::add);
            }
        }
        return json;
    }

    private static ObjectNode json(ApiKey key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", key.id())
                .put("name", key.name())
                .put("lastFour", key.lastFour())
                .put("createdAt", key.createdAt().toString())
                .put("expiresAt", key.expiresAt().toString());
    }
}
