package io.sluice.gateway.http;

import io.vertx.core.http.HttpHeaders;
import java.util.Locale;

/** The content types of the interfaces. */
public final class MediaTypes {

    /** RFC 7644 section 8.1; UTF-8 by definition, but some clients look for the parameter. */
    public static final CharSequence SCIM = HttpHeaders.createOptimized("application/scim+json;charset=utf-8");

    public static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=utf-8");

    /** RFC 9457. */
    public static final CharSequence PROBLEM = HttpHeaders.createOptimized("application/problem+json;charset=utf-8");

    private MediaTypes() {}

    /** Whether a body of this content type can be read: SCIM or plain JSON, in UTF-8. */
    public static boolean isJson(String contentType) {
        int end = contentType.indexOf(';');
        String type = (end < 0 ? contentType : contentType.substring(0, end)).strip();
        boolean json = type.equalsIgnoreCase("application/scim+json") || type.equalsIgnoreCase("application/json");
        return json && (end < 0 || isUtf8(contentType.substring(end)));
    }

    /** Whether an {@code Accept} header takes JSON of either name (RFC 7644 section 3.1, RFC 9110 section 12.5.1). */
    public static boolean acceptsJson(String accept) {
        for (String range : accept.split(",", -1)) {
            String[] parts = range.strip().toLowerCase(Locale.ROOT).split(";", -1);
            boolean matches = switch (parts[0].strip()) {
                case "", "*/*", "application/*", "application/json", "application/scim+json" -> true;
                default -> false;
            };
            if (matches && !isRefused(parts)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRefused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            boolean zero = parameter.equals("q=0");
            if (zero || (parameter.startsWith("q=0.") && parameter.substring(4).matches("0*"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(String parameters) {
        String lower = parameters.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
        int at = lower.indexOf("charset=");
        return at < 0 || lower.startsWith("utf-8", at + 8) || lower.startsWith("utf8", at + 8);
    }
}
