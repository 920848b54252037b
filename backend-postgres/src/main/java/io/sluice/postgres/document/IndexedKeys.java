package io.sluice.postgres.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a row that are searched by an index.
 *
 * @param name userName of a user
 * @param display displayName
 * @param emails values of emails, each with its tenant, as the text of an array; empty without e-mails
 */
public record IndexedKeys(
        Optional<String> name, Optional<String> externalId, Optional<String> display, Optional<String> emails) {

    /**
     * @param search a document in comparison form
     */
    public static IndexedKeys of(JsonNode search, boolean ofUser, int tenant) {
        return new IndexedKeys(
                ofUser ? key(search, "userName") : Optional.empty(),
                key(search, "externalId"),
                key(search, "displayName"),
                emails(search.path("emails"), tenant));
    }

    private static Optional<String> key(JsonNode search, String attribute) {
        return Optional.ofNullable(search.path(attribute).textValue()).map(KeyText::of);
    }

    private static Optional<String> emails(JsonNode emails, int tenant) {
        Set<String> keys = new LinkedHashSet<>();
        for (JsonNode email : emails) {
            Optional.ofNullable(email.path("value").textValue())
                    .map(value -> StoredForm.emailKey(tenant, value))
                    .ifPresent(keys::add);
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(ArrayText.of(keys));
    }
}
