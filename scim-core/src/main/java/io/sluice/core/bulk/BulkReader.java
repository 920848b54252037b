package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import io.sluice.core.json.JsonKind;
import io.sluice.core.patch.MessageFields;
import io.sluice.core.schema.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a bulk request strictly (RFC 7644 section 3.7). What is wrong with the message as a whole refuses it; what is wrong with
 * one operation becomes the result of that operation.
 */
public final class BulkReader {

    /** The message's own schema. */
    public static final String URN = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private static final String SCHEMAS = "schemas";
    private static final String OPERATIONS = "Operations";
    private static final String FAIL_ON_ERRORS = "failOnErrors";

    private BulkReader() {}

    /**
     * @throws ScimException INVALID_SYNTAX for the message, INVALID_VALUE for failOnErrors and a bulkId that is there twice,
     *     PAYLOAD_TOO_LARGE for too many operations
     */
    public static BulkRequest read(JsonNode body, BulkLimits limits) {
        MessageFields message =
                MessageFields.of("The bulk request", body, List.of(SCHEMAS, FAIL_ON_ERRORS, OPERATIONS));
        checkSchemas(message.get(SCHEMAS));
        OptionalInt failOnErrors = failOnErrors(message.get(FAIL_ON_ERRORS).filter(sent -> !sent.isNull()));
        JsonNode sent = message.get(OPERATIONS)
                .filter(JsonNode::isArray)
                .orElseThrow(() -> syntax("The bulk request needs Operations, an array of operations"));
        checkCount(sent.size(), limits.maxOperations());
        List<BulkOperation> operations = new ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            operations.add(OperationReader.read(i, sent.get(i)));
        }
        checkUnique(operations);
        return new BulkRequest(failOnErrors, operations);
    }

    private static void checkSchemas(Optional<JsonNode> schemas) {
        boolean named = schemas.filter(JsonNode::isArray).stream()
                .flatMap(JsonNode::valueStream)
                .anyMatch(urn -> urn.isTextual() && Spelling.isSame(urn.textValue(), URN));
        if (!named) {
            throw syntax("The bulk request needs \"schemas\": [\"" + URN + "\"]");
        }
    }

    private static OptionalInt failOnErrors(Optional<JsonNode> sent) {
        if (sent.isEmpty()) {
            return OptionalInt.empty();
        }
        JsonNode number = sent.get();
        if (!number.canConvertToInt() || !number.isIntegralNumber() || number.intValue() < 0) {
            throw value("failOnErrors must be an integer from 0 on, not "
                    + (number.isIntegralNumber() ? "this one" : JsonKind.of(number)));
        }
        return OptionalInt.of(number.intValue());
    }

    private static void checkCount(int count, int most) {
        if (count > most) {
            throw ScimException.of(
                    ErrorKind.PAYLOAD_TOO_LARGE,
                    "The bulk request has " + count + " operations; at most " + most
                            + " are accepted (maxOperations). Send it in parts.");
        }
    }

    private static void checkUnique(List<BulkOperation> operations) {
        Map<String, Integer> seen = new HashMap<>();
        for (BulkOperation operation : operations) {
            operation.bulkId().ifPresent(bulkId -> {
                Integer first = seen.putIfAbsent(bulkId, operation.index());
                if (first != null) {
                    throw value("Operations[" + first + "] and Operations[" + operation.index()
                            + "] have the same bulkId " + Excerpt.of(bulkId)
                            + "; it must be unique within the request");
                }
            });
        }
    }

    private static ScimException syntax(String detail) {
        return ScimException.of(ErrorKind.INVALID_SYNTAX, detail);
    }

    private static ScimException value(String detail) {
        return ScimException.of(ErrorKind.INVALID_VALUE, detail);
    }
}
