package io.sluice.ldap.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/**
 * A place in a SCIM document, such as {@code name.givenName} or {@code urn:...:User:manager.value}.
 *
 * @param extension the URN of the extension; empty for core attributes
 * @param subAttribute empty for the attribute itself
 */
public record DocumentPath(Optional<String> extension, String attribute, Optional<String> subAttribute) {

    static DocumentPath parse(String text) {
        int colon = text.toLowerCase(Locale.ROOT).startsWith("urn:") ? text.lastIndexOf(':') : -1;
        Optional<String> extension = colon < 0 ? Optional.empty() : Optional.of(text.substring(0, colon));
        String name = text.substring(colon + 1);
        int dot = name.indexOf('.');
        return dot < 0
                ? new DocumentPath(extension, name, Optional.empty())
                : new DocumentPath(extension, name.substring(0, dot), Optional.of(name.substring(dot + 1)));
    }

    /** The value at this path; arrays are not descended into. */
    public Optional<JsonNode> in(ObjectNode document) {
        JsonNode node = extension.isPresent() ? document.path(extension.get()) : document;
        node = node.path(attribute);
        if (subAttribute.isPresent()) {
            node = node.path(subAttribute.get());
        }
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    /** Sets the value, making the objects on the way. */
    public void set(ObjectNode document, JsonNode value) {
        ObjectNode holder = document;
        if (extension.isPresent()) {
            holder = holder.withObjectProperty(extension.get());
        }
        if (subAttribute.isPresent()) {
            holder.withObjectProperty(attribute).set(subAttribute.get(), value);
        } else {
            holder.set(attribute, value);
        }
    }

    /** The full name in lower case, as look-ups use it. */
    public String key() {
        String name = subAttribute.map(sub -> attribute + "." + sub).orElse(attribute);
        return extension.map(urn -> urn + ":" + name).orElse(name).toLowerCase(Locale.ROOT);
    }
}
