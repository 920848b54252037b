package io.sluice.gateway.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is kept for people to read: the values of names that mean a secret, wherever they stand, and
 * whatever looks like a token. What cannot be read as JSON is not kept at all.
 */
public final class Redactor {

    private static final String HIDDEN = "***";
    private static final Set<String> SECRET_NAMES = Set.of(
            "password",
            "newpassword",
            "oldpassword",
            "currentpassword",
            "secret",
            "clientsecret",
            "token",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "clientassertion",
            "authorization",
            "apikey",
            "privatekey",
            "credential",
            "credentials");

    /** Our own tokens and keys, JWTs, and what follows the name of an authentication scheme; each matches in linear time. */
    private static final Pattern TOKENS = Pattern.compile(
            "sl[acs]_[0-9A-Za-z]{8,}|ey[0-9A-Za-z_-]{8,}\\.[0-9A-Za-z_.-]+|(?i:bearer|basic) [0-9A-Za-z+/=_.~-]{8,}");

    private final int maxLength;

    /**
     * @param maxLength how many characters of the result are kept
     */
    public Redactor(int maxLength) {
        this.maxLength = maxLength;
    }

    /** The body as JSON without secrets, or a note that it was no JSON. */
    public String body(Buffer body) {
        if (body.length() == 0) {
            return "";
        }
        try {
            return cut(text(clean(StrictJson.parse(body)).toString()));
        } catch (ScimException e) {
            return "[" + body.length() + " bytes that are not JSON]";
        }
    }

    /** Any other text, such as a path with its query or a reason. */
    public String text(String text) {
        return mayHoldToken(text) ? TOKENS.matcher(text).replaceAll(HIDDEN) : text;
    }

    /** Each alternative of the pattern has one of these; a path with an id, which nearly every request has, has none. */
    private static boolean mayHoldToken(String text) {
        return text.contains("sl") || text.contains("ey") || text.indexOf(' ') >= 0;
    }

    private String cut(String text) {
        return text.length() <= maxLength
                ? text
                : text.substring(0, maxLength) + "... [" + text.length() + " characters]";
    }

    private static JsonNode clean(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> cleanObject(object);
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, clean(array.get(i)));
                }
                yield array;
            }
            default -> node;
        };
    }

    private static JsonNode cleanObject(ObjectNode object) {
        boolean secretPath = isSecret(object.path("path").asText(""));
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            boolean secret =
                    isSecret(field.getKey()) || (secretPath && field.getKey().equalsIgnoreCase("value"));
            field.setValue(secret ? TextNode.valueOf(HIDDEN) : clean(field.getValue()));
        }
        return object;
    }

    /** Also at the end of a URN or of a path such as {@code a.b}. */
    private static boolean isSecret(String name) {
        int start = Math.max(name.lastIndexOf(':'), name.lastIndexOf('.')) + 1;
        String last = name.substring(start).replace("_", "").replace("-", "");
        return SECRET_NAMES.contains(last.toLowerCase(Locale.ROOT));
    }
}
