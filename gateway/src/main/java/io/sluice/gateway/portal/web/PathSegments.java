package io.sluice.gateway.portal.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The parts of a path. They are split before they are decoded: an escaped slash never makes two of one. */
public final class PathSegments {

    private PathSegments() {}

    /** The decoded segments of {@code path} below {@code root}; a slash at the end counts for nothing. */
    public static List<String> below(String root, String path) {
        String rest = path.substring(root.length());
        String inner = rest.startsWith("/") ? rest.substring(1) : rest;
        String trimmed = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        return Route.segments(trimmed).stream().map(PathSegments::decode).toList();
    }

    private static String decode(String segment) {
        return decodable(segment).orElse(segment);
    }

    private static Optional<String> decodable(String segment) {
        try {
            return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
