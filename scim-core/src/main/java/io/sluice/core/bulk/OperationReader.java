package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import io.sluice.core.json.JsonKind;
import io.sluice.core.patch.MessageFields;
import java.util.List;
import java.util.Optional;

/** Reads one operation of a bulk request. A field that is null is absent. */
final class OperationReader {

    /** The last three belong to answers; clients that use one class for both send them empty or not, and they say nothing. */
    private static final List<String> FIELDS =
            List.of("bulkId", "method", "path", "version", "data", "location", "response", "status");

    private final String where;
    private final MessageFields fields;

    private OperationReader(String where, MessageFields fields) {
        this.where = where;
        this.fields = fields;
    }

    /**
     * @throws ScimException INVALID_SYNTAX when it is no object, or one with unknown fields
     */
    static BulkOperation read(int index, JsonNode sent) {
        String where = "Operations[" + index + "]";
        OperationReader reader = new OperationReader(where, MessageFields.of(where, sent, FIELDS));
        try {
            return reader.ready(index);
        } catch (ScimException e) {
            return new BulkOperation.Refused(index, reader.sentText("bulkId"), reader.shownMethod(), e.error());
        }
    }

    private BulkOperation ready(int index) {
        BulkMethod method = method();
        Optional<String> bulkId = text("bulkId");
        if (method == BulkMethod.POST && bulkId.isEmpty()) {
            throw syntax(where + " is a POST without a bulkId; it needs one that is unique within the request");
        }
        Optional<String> version = method == BulkMethod.POST ? Optional.empty() : text("version");
        return new BulkOperation.Ready(index, bulkId, method, path(), version, data(method));
    }

    private BulkMethod method() {
        String name =
                text("method").orElseThrow(() -> syntax(where + " has no method; it needs POST, PUT, PATCH or DELETE"));
        return BulkMethod.named(name)
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.METHOD_NOT_ALLOWED,
                        where + " has the method " + Excerpt.of(name)
                                + ", which is not possible in a bulk request; possible: POST, PUT, PATCH, DELETE"));
    }

    private BulkPath path() {
        String path = text("path").orElseThrow(() -> syntax(where + " has no path; it needs one as /Users/2819c223"));
        return BulkPath.parse(path)
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.INVALID_PATH,
                        where + ".path must be relative to the service and begin with a slash, as /Users/2819c223"));
    }

    private ObjectNode data(BulkMethod method) {
        if (method == BulkMethod.DELETE) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode data = sent("data").orElseThrow(() -> syntax(where + " has no data; " + method + " needs an object"));
        if (data instanceof ObjectNode object) {
            return object;
        }
        throw syntax(where + ".data must be an object, not " + JsonKind.of(data));
    }

    private Optional<String> text(String name) {
        Optional<JsonNode> sent = sent(name);
        if (sent.isPresent()
                && (!sent.get().isTextual() || sent.get().textValue().isBlank())) {
            throw syntax(where + "." + name + " must be a string that is not empty");
        }
        return sent.map(JsonNode::textValue);
    }

    private Optional<String> sentText(String name) {
        return sent(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private Optional<JsonNode> sent(String name) {
        return fields.get(name).filter(value -> !value.isNull());
    }

    private String shownMethod() {
        String name = sentText("method").orElse("");
        return BulkMethod.named(name).map(BulkMethod::name).orElse(name);
    }

    private static ScimException syntax(String detail) {
        return ScimException.of(ErrorKind.INVALID_SYNTAX, detail);
    }
}
