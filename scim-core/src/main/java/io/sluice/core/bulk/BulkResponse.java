package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.error.ScimError;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Function;

/** Writes results as a BulkResponse (RFC 7644 section 3.7.3), straight to a buffer. */
public final class BulkResponse {

    private static final String OPEN =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkResponse\"],\"Operations\":[";
    private static final int USUAL_SIZE = 200;

    private BulkResponse() {}

    /**
     * @param errors makes the document of an error, the body that a single request would have been answered with
     */
    public static Buffer write(List<BulkResult> results, Function<ScimError, Buffer> errors) {
        Buffer out =
                Buffer.buffer(OPEN.length() + USUAL_SIZE * (results.size() + 1)).appendString(OPEN);
        String separator = "{";
        for (BulkResult result : results) {
            out.appendString(separator);
            append(out, result, errors);
            separator = ",{";
        }
        return out.appendString("]}");
    }

    private static void append(Buffer out, BulkResult result, Function<ScimError, Buffer> errors) {
        result.bulkId().ifPresent(bulkId -> text(out, "bulkId", bulkId).appendByte((byte) ','));
        text(out, "method", result.methodName());
        switch (result.outcome()) {
            case OperationResult.Done done -> {
                field(out, "location", done.location());
                done.version().ifPresent(version -> field(out, "version", version));
                status(out, done.status());
            }
            case OperationResult.Failed failed -> {
                failed.location().ifPresent(location -> field(out, "location", location));
                status(out, failed.error().kind().status());
                out.appendString(",\"response\":").appendBuffer(errors.apply(failed.error()));
            }
        }
        out.appendByte((byte) '}');
    }

    private static void field(Buffer out, String name, String value) {
        text(out.appendByte((byte) ','), name, value);
    }

    private static Buffer text(Buffer out, String name, String value) {
        out.appendString("\"" + name + "\":");
        return isPlain(value)
                ? out.appendString("\"" + value + "\"")
                : out.appendBuffer(StrictJson.write(TextNode.valueOf(value)));
    }

    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\');
    }

    /** A string, as every status within a message is (RFC 7644 section 3.7.3). */
    private static void status(Buffer out, int status) {
        out.appendString(",\"status\":\"" + status + "\"");
    }
}
