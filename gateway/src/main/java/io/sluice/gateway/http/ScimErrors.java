package io.sluice.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.vertx.core.http.HttpHeaders;
import java.util.Collection;

/** Errors as documents of RFC 7644 section 3.12. */
public final class ScimErrors {

    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    private static final CharSequence AUTHENTICATE = HttpHeaders.createOptimized("WWW-Authenticate");
    private static final CharSequence CHALLENGE = HttpHeaders.createOptimized("Bearer realm=\"scim\"");
    private static final CharSequence REFUSAL =
            HttpHeaders.createOptimized("Bearer realm=\"scim\", error=\"invalid_token\"");

    private ScimErrors() {}

    public static ObjectNode document(ScimError error) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("schemas").add(SCHEMA);
        document.put("status", Integer.toString(error.kind().status()));
        if (!error.kind().scimType().isEmpty()) {
            document.put("scimType", error.kind().scimType());
        }
        return document.put("detail", error.detail());
    }

    public static Answer answer(ScimError error) {
        Answer answer = Answer.bytes(error.kind().status(), MediaTypes.SCIM, StrictJson.write(document(error)));
        return error.retryAfter()
                .map(after -> answer.with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds()))))
                .orElse(answer);
    }

    public static Answer answer(ErrorKind kind, String detail) {
        return answer(ScimError.of(kind, detail));
    }

    /** An error that is foreseen keeps its words; anything else says nothing about the inside. */
    public static Answer answer(Throwable cause) {
        return cause instanceof ScimException known ? answer(known.error()) : answer(unforeseen());
    }

    public static ScimError unforeseen() {
        return ScimError.of(
                ErrorKind.INTERNAL, "Something went wrong inside; the request id leads to the details in the log.");
    }

    /** No credential was sent (RFC 6750 section 3: then no error code). */
    public static Answer challenge() {
        return answer(ErrorKind.UNAUTHORIZED, "A bearer token is needed: Authorization: Bearer <token>.")
                .with(AUTHENTICATE, CHALLENGE);
    }

    /** The same for a credential that is unknown, inactive, expired, removed or another tenant's. */
    public static Answer refusal() {
        return answer(ErrorKind.UNAUTHORIZED, "The bearer token is not valid here.")
                .with(AUTHENTICATE, REFUSAL);
    }

    public static Answer methodNotAllowed(String method, Collection<String> allowed) {
        String list = String.join(", ", allowed);
        return answer(ErrorKind.METHOD_NOT_ALLOWED, method + " is not possible here; possible: " + list + ".")
                .with(HttpHeaders.ALLOW, list);
    }
}
