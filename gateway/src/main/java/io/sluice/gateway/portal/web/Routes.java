package io.sluice.gateway.portal.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All addresses of the portal. */
public final class Routes {

    /** Where a path leads. */
    public sealed interface Target {}

    public record Found(Route route, Map<String, String> segments) implements Target {
        public Found {
            segments = Map.copyOf(segments);
        }
    }

    /** The path exists, for these methods. */
    public record OtherMethod(Set<String> allowed) implements Target {
        public OtherMethod {
            allowed = Set.copyOf(allowed);
        }
    }

    public record Unknown() implements Target {}

    private final List<Route> all;

    public Routes(List<Route> all) {
        this.all = List.copyOf(all);
    }

    public List<Route> all() {
        return all;
    }

    /**
     * @param segments of the decoded path below {@code /portal}
     */
    public Target find(String method, List<String> segments) {
        Set<String> allowed = new TreeSet<>();
        for (Route route : all) {
            Optional<Map<String, String>> match = route.match(segments);
            if (match.isPresent() && route.method().equals(method)) {
                return new Found(route, match.get());
            }
            match.ifPresent(ignored -> allowed.add(route.method()));
        }
        return allowed.isEmpty() ? new Unknown() : new OtherMethod(allowed);
    }
}
