package io.sluice.postgres.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.schema.ResourceType;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

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
        IndexedKeys keys = IndexedKeys.of(search, type.isUser(), tenant);
        return new StoredForm(
                keys.name(),
                keys.externalId(),
                keys.display(),
                type.isGroup()
                        ? Optional.ofNullable(document.path("displayName").textValue())
                        : Optional.empty(),
                keys.emails(),
                StrictJson.write(document),
                search.toString());
    }

    /** The index over the values of all e-mails has no other column, so that the tenant is part of every value. */
    public static String emailKey(int tenant, String comparisonForm) {
        return tenant + ":" + KeyText.of(comparisonForm);
    }
}
