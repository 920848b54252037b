package io.sluice.ldap.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A text with {@code ${path}} for values of a document. */
final class Template {

    private Template() {}

    /** Empty when one of the paths has no value. */
    static Optional<String> fill(String template, ObjectNode document) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (true) {
            int open = template.indexOf("${", at);
            if (open < 0) {
                return Optional.of(
                        filled.append(template, at, template.length()).toString());
            }
            int close = template.indexOf('}', open);
            if (close < 0) {
                return Optional.empty();
            }
            JsonNode value =
                    document.at("/" + template.substring(open + 2, close).replace('.', '/'));
            if (!value.isValueNode()) {
                return Optional.empty();
            }
            filled.append(template, at, open).append(value.asText());
            at = close + 1;
        }
    }
}
