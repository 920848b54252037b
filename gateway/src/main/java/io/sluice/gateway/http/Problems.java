package io.sluice.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.vertx.core.http.HttpHeaders;

/** Errors outside SCIM, as problem documents of RFC 9457. */
public final class Problems {

    private Problems() {}

    /**
     * @param detail what was wrong and what would be right
     */
    public static Answer answer(int status, String detail) {
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail);
        return Answer.bytes(status, MediaTypes.PROBLEM, StrictJson.write(document));
    }

    public static Answer answer(ScimError error) {
        Answer answer = answer(error.kind().status(), error.detail());
        return error.retryAfter()
                .map(after -> answer.with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds()))))
                .orElse(answer);
    }

    public static Answer answer(Throwable cause) {
        return answer(cause instanceof ScimException known ? known.error() : ScimErrors.unforeseen());
    }
}
