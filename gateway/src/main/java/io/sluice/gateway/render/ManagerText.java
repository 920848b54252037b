package io.sluice.gateway.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The manager of a user (RFC 7643 section 4.3) inside the stored bytes, found without reading the rest of them: a quote that is not
 * escaped never stands inside a text, so that a key with its quotes, its colon and its brace is one.
 *
 * @param from where the object begins, in bytes
 * @param to where it ends
 */
public record ManagerText(Buffer attributes, int from, int to) {

    public static final String EXTENSION = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final String ENTERPRISE = '"' + EXTENSION + "\":{";
    private static final String MANAGER = "\"manager\":{";

    /**
     * @param attributes as a backend stores them
     * @return empty when there is no manager
     */
    public static Optional<ManagerText> in(Buffer attributes) {
        // One character for each byte, because the virtual machine searches texts several characters at a time.
        String bytes = attributes.toString(StandardCharsets.ISO_8859_1);
        int extension = bytes.indexOf(ENTERPRISE);
        if (extension < 0) {
            return Optional.empty();
        }
        int manager = bytes.indexOf(MANAGER, extension + ENTERPRISE.length());
        // An extension by configuration may have a manager of its own.
        if (manager < 0 || manager >= end(bytes, extension + ENTERPRISE.length() - 1)) {
            return Optional.empty();
        }
        int from = manager + MANAGER.length() - 1;
        return Optional.of(new ManagerText(attributes, from, end(bytes, from)));
    }

    /** The manager's id; empty when there is none. */
    public String value() {
        return object().path("value").asText();
    }

    /** All attributes, the manager's name among them. */
    public Buffer named(String displayName) {
        Buffer manager = StrictJson.write(object().put("displayName", displayName));
        return Buffer.buffer(attributes.length() + manager.length())
                .appendBuffer(attributes, 0, from)
                .appendBuffer(manager)
                .appendBuffer(attributes, to, attributes.length() - to);
    }

    private ObjectNode object() {
        return StrictJson.parseObject(attributes.getBuffer(from, to));
    }

    private static int end(String bytes, int from) {
        boolean inText = false;
        int depth = 0;
        int i = from;
        do {
            char b = bytes.charAt(i++);
            if (inText && b == '\\') {
                i++;
            } else if (b == '"') {
                inText = !inText;
            } else if (!inText) {
                depth += b == '{' ? 1 : b == '}' ? -1 : 0;
            }
        } while (depth > 0);
        return i;
    }
}
