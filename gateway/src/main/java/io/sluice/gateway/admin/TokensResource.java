package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.control.IssuedToken;
import io.sluice.gateway.control.RenewalOrder;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.control.TokenCommands;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Locale;

/** {@code /admin/v1/tenants/{tenant}/tokens}. */
public final class TokensResource implements AdminResource {

    private static final String ALL = "/tenants/:tenant/tokens";
    private static final String ONE = ALL + "/:id";

    private final TokenCommands tokens;
    private final TenantCommands tenants;

    public TokensResource(TokenCommands tokens, TenantCommands tenants) {
        this.tokens = tokens;
        this.tenants = tenants;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.post(ALL, this::generate)
                .get(ALL, this::list)
                .patch(ONE, this::setState)
                .post(ONE + "/renew", this::renew)
                .delete(
                        ONE,
                        call -> tokens.remove(call.tenant(), call.parameter("id"), call.actor())
                                .map(done -> AdminAnswers.noContent()));
    }

    private Future<Answer> generate(AdminCall call) {
        RequestFields fields = call.fields("idp", "name", "expiresInDays");
        String tenant = call.tenant();
        return tokens.generate(
                        tenant,
                        Idp.of(fields.text("idp")),
                        fields.optionalText("name"),
                        fields.optionalInteger("expiresInDays"),
                        call.actor())
                .map(issued -> AdminAnswers.created(
                        withText(call, issued),
                        AdminRoutes.ROOT + "/tenants/" + tenant + "/tokens/"
                                + issued.token().id()));
    }

    private Future<Answer> list(AdminCall call) {
        String tenant = call.tenant();
        return tenants.get(tenant)
                .compose(exists -> tokens.list(tenant))
                .map(all -> AdminAnswers.list(all, TokensResource::json));
    }

    private Future<Answer> setState(AdminCall call) {
        return tokens.setState(
                        call.tenant(),
                        call.parameter("id"),
                        States.read(call.fields("state").text("state")),
                        call.actor())
                .map(token -> AdminAnswers.ok(json(token)));
    }

    private Future<Answer> renew(AdminCall call) {
        RequestFields fields = call.fields("overlapMinutes", "expiresInDays", "lastFour");
        return tokens.renew(
                        call.tenant(),
                        call.parameter("id"),
                        new RenewalOrder(
                                fields.optionalInteger("expiresInDays"),
                                fields.optionalInteger("overlapMinutes").map(Duration::ofMinutes),
                                fields.optionalText("lastFour")),
                        call.actor())
                .map(issued -> AdminAnswers.ok(withText(call, issued)));
    }

    private static ObjectNode withText(AdminCall call, IssuedToken issued) {
        return json(issued.token())
                .put("token", issued.text().reveal())
                .put("scimUrl", ScimUrls.of(call.publicUrl(), call.tenant()));
    }

    private static ObjectNode json(ProvisioningToken token) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", token.id())
                .put("idp", token.idp())
                .put("name", token.name())
                .put("state", token.state().name().toLowerCase(Locale.ROOT))
                .put("createdAt", token.createdAt().toString())
                .put("expiresAt", token.expiresAt().toString())
                .put("lastFour", token.lastFour());
        token.lastUsedAt()
                .ifPresentOrElse(at -> json.put("lastUsedAt", at.toString()), () -> json.putNull("lastUsedAt"));
        return json;
    }
}
