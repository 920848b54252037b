package io.sluice.gateway.oauth;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.auth.Verifier;
import io.sluice.gateway.jwt.ParsedJwt;
import io.vertx.core.Future;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells our own access tokens from those of others; what is no JWT is none of its business and comes out empty. */
final class JwtBearerVerifier implements Verifier {

    private static final Logger LOG = LoggerFactory.getLogger(JwtBearerVerifier.class);

    private final OwnTokenVerifier own;
    private final IssuerTokenVerifier foreign;

    JwtBearerVerifier(OwnTokenVerifier own, IssuerTokenVerifier foreign) {
        this.own = own;
        this.foreign = foreign;
    }

    @Override
    public Future<Optional<Principal>> verify(String credential) {
        if (!ParsedJwt.looksLike(credential)) {
            return Future.succeededFuture(Optional.empty());
        }
        try {
            ParsedJwt jwt = ParsedJwt.parse(credential);
            return own.isOurs(jwt)
                    .compose(ours -> ours ? own.verify(jwt) : foreign.verify(jwt))
                    .recover(JwtBearerVerifier::refused);
        } catch (ScimException e) {
            return refused(e);
        }
    }

    /** The caller learns nothing but "no"; the operator finds the reason in the log. */
    private static Future<Optional<Principal>> refused(Throwable cause) {
        if (cause instanceof ScimException known && known.error().kind() == ErrorKind.UNAUTHORIZED) {
            LOG.debug("{}", known.getMessage());
            return Future.succeededFuture(Optional.empty());
        }
        return Future.failedFuture(cause);
    }
}
