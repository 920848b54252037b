package io.sluice.gateway.oauth;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A body of {@code application/x-www-form-urlencoded} in which every parameter stands once (RFC 6749 section 3.2). */
record FormBody(Map<String, String> parameters) {

    private static final int MAX_PARAMETERS = 30;

    FormBody {
        parameters = Map.copyOf(parameters);
    }

    /**
     * @throws ScimException BAD_REQUEST when it is malformed or a parameter is repeated
     */
    static FormBody parse(String body) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : body.split("&", MAX_PARAMETERS)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!name.isEmpty() && parameters.put(name, value) != null) {
                throw ScimException.of(ErrorKind.BAD_REQUEST, "A parameter is repeated; each may be sent once.");
            }
        }
        return new FormBody(parameters);
    }

    /** An empty value counts as absent (RFC 6749 section 3.1). */
    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ScimException.of(ErrorKind.BAD_REQUEST, "The body is not form-urlencoded.");
        }
    }

    @Override
    public String toString() {
        return "FormBody[hidden]";
    }
}
