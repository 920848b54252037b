package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.ClientSecret;
import io.sluice.core.control.Federation;
import io.sluice.core.control.OAuthClient;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.control.IssuedClient;
import io.sluice.gateway.control.OAuthClientCommands;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.util.Locale;

/** {@code /admin/v1/tenants/{tenant}/oauth-clients}. */
public final class OAuthClientsResource implements AdminResource {

    private static final String ALL = "/tenants/:tenant/oauth-clients";
    private static final String ONE = ALL + "/:id";

    private final OAuthClientCommands clients;

    public OAuthClientsResource(OAuthClientCommands clients) {
        this.clients = clients;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.post(ALL, this::create)
                .get(
                        ALL,
                        call -> clients.list(call.tenant())
                                .map(all -> AdminAnswers.list(all, OAuthClientsResource::json)))
                .patch(ONE, this::setState)
                .delete(
                        ONE,
                        call -> clients.remove(call.tenant(), call.parameter("id"), call.actor())
                                .map(done -> AdminAnswers.noContent()))
                .post(ONE + "/secrets", this::addSecret)
                .delete(ONE + "/secrets/:secret", this::removeSecret)
                .put(ONE + "/federation", this::federate)
                .delete(
                        ONE + "/federation",
                        call -> clients.endFederation(call.tenant(), call.parameter("id"), call.actor())
                                .map(done -> AdminAnswers.noContent()));
    }

    private Future<Answer> create(AdminCall call) {
        RequestFields fields = call.fields("idp", "name", "expiresInDays");
        String tenant = call.tenant();
        return clients.create(
                        tenant,
                        Idp.of(fields.text("idp")),
                        fields.optionalText("name"),
                        fields.optionalInteger("expiresInDays"),
                        call.actor())
                .map(issued -> AdminAnswers.created(
                        withText(call, issued),
                        AdminRoutes.ROOT + "/tenants/" + tenant + "/oauth-clients/"
                                + issued.client().id()));
    }

    private Future<Answer> setState(AdminCall call) {
        return clients.setState(
                        call.tenant(),
                        call.parameter("id"),
                        States.read(call.fields("state").text("state")),
                        call.actor())
                .map(client -> AdminAnswers.ok(json(client)));
    }

    private Future<Answer> addSecret(AdminCall call) {
        RequestFields fields = call.fields("expiresInDays");
        String tenant = call.tenant();
        String id = call.parameter("id");
        return clients.addSecret(tenant, id, fields.optionalInteger("expiresInDays"), call.actor())
                .map(issued -> AdminAnswers.created(
                        withText(call, issued), AdminRoutes.ROOT + "/tenants/" + tenant + "/oauth-clients/" + id));
    }

    private Future<Answer> removeSecret(AdminCall call) {
        return clients.removeSecret(call.tenant(), call.parameter("id"), call.parameter("secret"), call.actor())
                .map(client -> AdminAnswers.noContent());
    }

    private Future<Answer> federate(AdminCall call) {
        RequestFields fields = call.fields("issuer", "subject", "audience", "jwksUri");
        Federation federation = new Federation(
                fields.text("issuer"), fields.text("subject"), fields.text("audience"), fields.text("jwksUri"));
        return clients.federate(call.tenant(), call.parameter("id"), federation, call.actor())
                .map(client -> AdminAnswers.ok(json(client)));
    }

    private static ObjectNode withText(AdminCall call, IssuedClient issued) {
        return json(issued.client())
                .put("client_secret", issued.text().reveal())
                .put("tokenUrl", call.publicUrl() + "/oauth2/token")
                .put("scimUrl", ScimUrls.of(call.publicUrl(), call.tenant()));
    }

    private static ObjectNode json(OAuthClient client) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", client.id())
                .put("client_id", client.id())
                .put("idp", client.idp())
                .put("name", client.name())
                .put("state", client.state().name().toLowerCase(Locale.ROOT))
                .put("createdAt", client.createdAt().toString());
        ArrayNode secrets = json.putArray("secrets");
        for (ClientSecret secret : client.secrets()) {
            secrets.addObject()
                    .put("id", secret.id())
                    .put("lastFour", secret.secret().lastFour())
                    .put("createdAt", secret.createdAt().toString())
                    .put("expiresAt", secret.expiresAt().toString());
        }
        client.federation()
                .ifPresentOrElse(
                        federation -> json.putObject("federation")
                                .put("issuer", federation.issuer())
                                .put("subject", federation.subject())
                                .put("audience", federation.audience())
                                .put("jwksUri", federation.jwksUri()),
                        () -> json.putNull("federation"));
        client.lastUsedAt()
                .ifPresentOrElse(at -> json.put("lastUsedAt", at.toString()), () -> json.putNull("lastUsedAt"));
        return json;
    }
}
