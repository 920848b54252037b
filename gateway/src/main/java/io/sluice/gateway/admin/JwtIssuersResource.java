package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.JwtIssuer;
import io.sluice.core.control.NewJwtIssuer;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.control.JwtIssuerCommands;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.jwt.SignatureAlgorithm;
import io.vertx.core.Future;

/** {@code /admin/v1/tenants/{tenant}/jwt-issuers}. */
public final class JwtIssuersResource implements AdminResource {

    private static final String ALL = "/tenants/:tenant/jwt-issuers";

    private final JwtIssuerCommands issuers;

    public JwtIssuersResource(JwtIssuerCommands issuers) {
        this.issuers = issuers;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.post(ALL, this::create)
                .get(
                        ALL,
                        call -> issuers.list(call.tenant())
                                .map(all -> AdminAnswers.list(all, JwtIssuersResource::json)))
                .delete(
                        ALL + "/:id",
                        call -> issuers.remove(call.tenant(), call.parameter("id"), call.actor())
                                .map(done -> AdminAnswers.noContent()));
    }

    private Future<Answer> create(AdminCall call) {
        RequestFields fields = call.fields("idp", "issuer", "audience", "jwksUri", "algorithms");
        String tenant = call.tenant();
        NewJwtIssuer issuer = new NewJwtIssuer(
                fields.optionalText("idp").map(Idp::of).orElse(Idp.GENERIC).word(),
                fields.text("issuer"),
                fields.text("audience"),
                fields.text("jwksUri"),
                fields.optionalTexts("algorithms").orElse(SignatureAlgorithm.usual()));
        return issuers.create(tenant, issuer, call.actor())
                .map(made -> AdminAnswers.created(
                        json(made), AdminRoutes.ROOT + "/tenants/" + tenant + "/jwt-issuers/" + made.id()));
    }

    private static ObjectNode json(JwtIssuer issuer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", issuer.id())
                .put("idp", issuer.idp())
                .put("issuer", issuer.issuer())
                .put("audience", issuer.audience())
                .put("jwksUri", issuer.jwksUri())
                .put("createdAt", issuer.createdAt().toString());
        ArrayNode algorithms = json.putArray("algorithms");
        issuer.algorithms().forEach(algorithms::add);
        return json;
    }
}
