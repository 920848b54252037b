package io.sluice.postgres.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.filter.CaseFolding;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Brings documents in comparison form up to date that were written when ı and İ were folded to i. It needs no schema: a text that is
 * what folding then made of the document's own text is one that case does not matter for.
 */
public final class FormerFolding {

    private FormerFolding() {}

    /**
     * @param document as it is sent
     * @param search in comparison form as it is stored
     */
    public static JsonNode renewed(JsonNode document, JsonNode search) {
        return switch (search) {
            case ObjectNode object -> {
                ObjectNode renewed = object.objectNode();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    renewed.set(field.getKey(), renewed(document.path(field.getKey()), field.getValue()));
                }
                yield renewed;
            }
            case ArrayNode array -> {
                ArrayNode renewed = array.arrayNode(array.size());
                for (int i = 0; i < array.size(); i++) {
                    renewed.add(renewed(document.path(i), array.get(i)));
                }
                yield renewed;
            }
            default -> text(document, search);
        };
    }

    private static JsonNode text(JsonNode document, JsonNode search) {
        return document.isTextual() && search.isTextual() && search.textValue().equals(fold(document.textValue()))
                ? TextNode.valueOf(CaseFolding.fold(document.textValue()))
                : search;
    }

    private static String fold(String text) {
        String lower = lowerByCodePoint(Normalizer.normalize(text, Normalizer.Form.NFC));
        return Normalizer.normalize(lowerByCodePoint(lower.toUpperCase(Locale.ROOT)), Normalizer.Form.NFC);
    }

    private static String lowerByCodePoint(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
