package io.sluice.postgres.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.schema.ResourceType;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A document as the columns of its row.
 *
 * @param nameKey userName of a user
 * @param label displayName of a group, as it was sent
 * @param emails values of emails as the text of an array; empty without e-mails
 * @param document the bytes that are sent
 * @param search the comparison form of the document as JSON text
 */
public record StoredForm(
        Optional<String> nameKey,
        Optional<String> externalId,
        Optional<String> displayKey,
        Optional<String> label,
        Optional<String> emails,
        Buffer document,
        String search) {

    /** In the JSON of a document that was read strictly no U+0000 and no half of a surrogate pair is left. */
    public static StoredForm of(ObjectNode document, ResourceType type) {
        ObjectNode search = SearchDocument.of(document, type);
        return new StoredForm(
                type.isUser() ? key(search, "userName") : Optional.empty(),
                key(search, "externalId"),
                key(search, "displayName"),
                type.isGroup()
                        ? Optional.ofNullable(document.path("displayName").textValue())
                        : Optional.empty(),
                emails(search.path("emails")),
                StrictJson.write(document),
                search.toString());
    }

    private static Optional<String> key(ObjectNode search, String attribute) {
        return Optional.ofNullable(search.path(attribute).textValue()).map(KeyText::of);
    }

    private static Optional<String> emails(JsonNode emails) {
        Set<String> keys = new LinkedHashSet<>();
        for (JsonNode email : emails) {
            Optional.ofNullable(email.path("value").textValue())
                    .map(KeyText::of)
                    .ifPresent(keys::add);
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(ArrayText.of(keys));
    }
}
