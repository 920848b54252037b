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
 * @param emails values of emails, each with its tenant, as the text of an array; empty without e-mails
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
    public static StoredForm of(ObjectNode document, ResourceType type, int tenant) {
        ObjectNode search = SearchDocument.of(document, type);
        return new StoredForm(
                type.isUser() ? key(search, "userName") : Optional.empty(),
                key(search, "externalId"),
                key(search, "displayName"),
                type.isGroup()
                        ? Optional.ofNullable(document.path("displayName").textValue())
                        : Optional.empty(),
                emails(search.path("emails"), tenant),
                StrictJson.write(document),
                search.toString());
    }

    private static Optional<String> key(ObjectNode search, String attribute) {
        return Optional.ofNullable(search.path(attribute).textValue()).map(KeyText::of);
    }

    /** The index over the values of all e-mails has no other column, so that the tenant is part of every value. */
    public static String emailKey(int tenant, String comparisonForm) {
        return tenant + ":" + KeyText.of(comparisonForm);
    }

    private static Optional<String> emails(JsonNode emails, int tenant) {
        Set<String> keys = new LinkedHashSet<>();
        for (JsonNode email : emails) {
            Optional.ofNullable(email.path("value").textValue())
                    .map(value -> emailKey(tenant, value))
                    .ifPresent(keys::add);
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(ArrayText.of(keys));
    }
}
