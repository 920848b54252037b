package io.sluice.gateway.start;

import io.sluice.gateway.http.Bodies;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a node's router answers to. */
public final class Endpoints {

    private Endpoints() {}

    /** As {@code GET /admin/v1/tenants/:tenant}, all of them. */
    public static Set<String> of(Node node) {
        Set<String> all = new TreeSet<>();
        for (Route route : new Doors(node)
                .router(new Bodies(node.vertx(), Duration.ofSeconds(1)))
                .getRoutes()) {
            List<String> methods = route.methods() == null
                    ? List.of("ANY")
                    : route.methods().stream().map(HttpMethod::name).toList();
            methods.forEach(method -> all.add(method + " " + route.getName()));
        }
        return all;
    }
}
