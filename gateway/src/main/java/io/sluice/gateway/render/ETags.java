package io.sluice.gateway.render;

import io.sluice.core.backend.Precondition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Versions as weak entity tags (RFC 7644 section 3.14, RFC 9110 section 8.8.3). */
public final class ETags {

    private ETags() {}

    public static String of(String version) {
        return "W/\"" + version + "\"";
    }

    /** The precondition of {@code If-Match} headers; {@code *} asks only that the resource exists, as every write does. */
    public static Precondition ifMatch(List<String> headers) {
        if (headers.isEmpty()) {
            return Precondition.none();
        }
        Set<String> versions = versions(headers);
        return versions.contains("*") ? Precondition.none() : new Precondition.VersionIn(versions);
    }

    /** Whether {@code If-None-Match} headers name this version, so that the client has the resource already. */
    public static boolean noneMatchNames(List<String> headers, String version) {
        if (headers.isEmpty()) {
            return false;
        }
        Set<String> versions = versions(headers);
        return versions.contains("*") || versions.contains(version);
    }

    /** Weak comparison: a strong tag of the same text names the same version. Some clients leave the quotes out. */
    private static Set<String> versions(List<String> headers) {
        Set<String> versions = new HashSet<>();
        for (String header : headers) {
            for (String tag : header.split(",", -1)) {
                String text = tag.strip();
                String opaque = text.startsWith("W/") || text.startsWith("w/") ? text.substring(2) : text;
                boolean quoted = opaque.length() >= 2 && opaque.startsWith("\"") && opaque.endsWith("\"");
                versions.add(quoted ? opaque.substring(1, opaque.length() - 1) : opaque);
            }
        }
        return versions;
    }
}
