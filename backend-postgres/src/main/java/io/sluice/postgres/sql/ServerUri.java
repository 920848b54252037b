package io.sluice.postgres.sql;

import io.vertx.pgclient.PgConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code postgresql://user:password@host:port,host:port/database?parameters}, as libpq writes several hosts (PostgreSQL's manual,
 * section 34.1.1.2). All hosts share user, password, database and parameters.
 *
 * @param options the first host's, with everything that they share
 */
record ServerUri(List<Endpoint> hosts, PgConnectOptions options) {

    private static final Pattern SHAPE = Pattern.compile("(postgres(?:ql)?://(?:[^@/?]*@)?)([^@/?]*)([/?].*)?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)?(?::([0-9]{1,5}))?");
    private static final String STANDARD_PORT = "5432";
    private static final int HIGHEST_PORT = 65_535;

    ServerUri {
        hosts = List.copyOf(hosts);
    }

    /**
     * @throws IllegalArgumentException without the text, which holds a password
     */
    static ServerUri parse(String uri) {
        Matcher parts = SHAPE.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the URI of a server");
        }
        List<Endpoint> hosts = new ArrayList<>();
        for (String host : parts.group(2).split(",", -1)) {
            hosts.add(endpoint(host));
        }
        String first = parts.group(2).split(",", -1)[0];
        String rest = Optional.ofNullable(parts.group(3)).orElse("");
        return new ServerUri(hosts, PgConnectOptions.fromUri(parts.group(1) + first + rest));
    }

    private static Endpoint endpoint(String text) {
        Matcher parts = HOST.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a host and a port");
        }
        String host = Optional.ofNullable(parts.group(1)).orElse("localhost");
        int port = Integer.parseInt(Optional.ofNullable(parts.group(2)).orElse(STANDARD_PORT));
        if (port == 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("not a port");
        }
        return new Endpoint(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }

    PgConnectOptions optionsOf(Endpoint endpoint) {
        return new PgConnectOptions(options).setHost(endpoint.host()).setPort(endpoint.port());
    }
}
