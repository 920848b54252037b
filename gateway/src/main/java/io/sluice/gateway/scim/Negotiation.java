package io.sluice.gateway.scim;

import io.sluice.core.error.ErrorKind;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.MediaTypes;
import io.sluice.gateway.http.ScimErrors;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;

/** Whether both sides can read what the other one sends. */
final class Negotiation {

    private Negotiation() {}

    /** The answer to a request whose headers ask for or announce something other than JSON. */
    static Optional<Answer> objection(MultiMap headers) {
        String encoding = headers.get(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Optional.of(ScimErrors.answer(
                    ErrorKind.UNSUPPORTED_MEDIA_TYPE, "Bodies must be sent without a Content-Encoding."));
        }
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && !MediaTypes.isJson(type)) {
            return Optional.of(ScimErrors.answer(
                    ErrorKind.UNSUPPORTED_MEDIA_TYPE,
                    "Bodies must be application/scim+json or application/json, in UTF-8."));
        }
        String accept = headers.get(HttpHeaders.ACCEPT);
        if (accept != null && !MediaTypes.acceptsJson(accept)) {
            return Optional.of(ScimErrors.answer(
                    ErrorKind.NOT_ACCEPTABLE, "Answers are application/scim+json; the Accept header excludes that."));
        }
        return Optional.empty();
    }
}
