package io.sluice.gateway.jwt;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;

/** The refusal of a token; the text is for logs and the audit trail and never has a part of the token. */
final class TokenRefused {

    private TokenRefused() {}

    static ScimException because(String reason) {
        return ScimException.of(ErrorKind.UNAUTHORIZED, "The token is refused: " + reason);
    }
}
