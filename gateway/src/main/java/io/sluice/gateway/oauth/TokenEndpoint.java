package io.sluice.gateway.oauth;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The grant {@code client_credentials} (RFC 6749 section 4.4), without HTTP. */
public final class TokenEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);

    private final ClientAuthentication authentication;
    private final AccessTokens tokens;
    private final TokenAudit audit;

    TokenEndpoint(ClientAuthentication authentication, AccessTokens tokens, TokenAudit audit) {
        this.authentication = authentication;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** Never fails: what goes wrong is an answer too. */
    public Future<TokenReply> serve(TokenRequest request) {
        try {
            FormBody form = FormBody.parse(request.body());
            Optional<TokenReply> refusal = checkGrant(form);
            return refusal.map(Future::succeededFuture).orElseGet(() -> grant(request, form));
        } catch (ScimException refused) {
            return Future.succeededFuture(render(refused, request));
        }
    }

    private Future<TokenReply> grant(TokenRequest request, FormBody form) {
        ClientProof proof = ClientProof.read(request.authorization(), form);
        return authentication
                .authenticate(proof)
                .onSuccess(client -> audit.granted(client.registration()))
                .onFailure(cause -> audit.refused(proof.clientId(), cause, request))
                .compose(client -> tokens.issue(client, request.issuer()))
                .otherwise(cause -> render(cause, request));
    }

    private static Optional<TokenReply> checkGrant(FormBody form) {
        Optional<String> grant = form.get("grant_type");
        if (grant.isEmpty()) {
            return Optional.of(TokenReply.Refused.badRequest("invalid_request", "The grant_type is missing."));
        }
        if (!grant.get().equals("client_credentials")) {
            return Optional.of(TokenReply.Refused.badRequest(
                    "unsupported_grant_type", "The only grant_type here is client_credentials."));
        }
        if (form.get("scope").filter(scope -> !scope.equals(Scopes.SCIM)).isPresent()) {
            return Optional.of(TokenReply.Refused.badRequest("invalid_scope", "The only scope here is scim."));
        }
        return Optional.empty();
    }

    private static TokenReply render(Throwable cause, TokenRequest request) {
        ScimError error = cause instanceof ScimException known ? known.error() : unforeseen(cause);
        String text = error.detail().replace("\"", "'").replace("\\", "/");
        if (error.kind() == ErrorKind.UNAUTHORIZED) {
            boolean challenge = !request.authorization().isEmpty();
            return new TokenReply.Refused(401, "invalid_client", text, challenge, Optional.empty());
        }
        if (error.kind() == ErrorKind.UNAVAILABLE) {
            return new TokenReply.Refused(503, "temporarily_unavailable", text, false, error.retryAfter());
        }
        return error.kind().status() == 500
                ? new TokenReply.Refused(500, "server_error", text, false, Optional.empty())
                : TokenReply.Refused.badRequest("invalid_request", text);
    }

    private static ScimError unforeseen(Throwable cause) {
        LOG.error("A token could not be issued", cause);
        return ScimError.of(ErrorKind.INTERNAL, "The token could not be issued; the log has the details.");
    }
}
