package io.sluice.gateway.portal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One address of the portal.
 *
 * @param pattern the segments below {@code /portal}; one in braces stands for any text
 */
public record Route(String method, List<String> pattern, Access access, Action action) {

    /** Who may come here. */
    public enum Access {
        ANYBODY,
        /** Whoever is logged in; a route with {@code {tenant}} only those whose role covers that tenant. */
        ADMINISTRATOR,
        OPERATOR
    }

    public Route {
        pattern = List.copyOf(pattern);
    }

    public static Route get(String path, Access access, Action action) {
        return new Route("GET", segments(path), access, action);
    }

    public static Route post(String path, Access access, Action action) {
        return new Route("POST", segments(path), access, action);
    }

    /** What stands in the places of the names when the path is of this form. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != pattern.size()) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = pattern.get(i);
            if (expected.startsWith("{")) {
                found.put(expected.substring(1, expected.length() - 1), path.get(i));
            } else if (!expected.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    static List<String> segments(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("/", -1));
    }
}
