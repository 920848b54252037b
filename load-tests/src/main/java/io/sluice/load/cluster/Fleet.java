package io.sluice.load.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The processes of one trial, and a tenant with a token. */
final class Fleet implements AutoCloseable {

    private static final String TENANT = "trial";

    private final Path home;
    private final Path work;
    private final String databaseUri;
    private final String clusterPort = Integer.toString(NodeProcess.freePort());
    private final List<NodeProcess> nodes = new CopyOnWriteArrayList<>();
    private final Http admin = new Http(NodeProcess.ADMIN);

    /**
     * @param databaseUri what all nodes share
     */
    Fleet(Path home, Path work, String databaseUri) {
        this.home = home;
        this.work = work;
        this.databaseUri = databaseUri;
        // A trial that is broken off leaves no node behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> nodes.forEach(NodeProcess::end), "end-nodes"));
    }

    Http admin() {
        return admin;
    }

    /** A node that needs no other. */
    NodeProcess alone(String name, Map<String, String> settings) {
        return add(name, List.of(), settings);
    }

    NodeProcess joined(String name, String role) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "SLUICE_CLUSTER_HOST",
                "127.0.0.1",
                "SLUICE_CLUSTER_MEMBERS",
                "127.0.0.1:" + clusterPort,
                "SLUICE_CLUSTER_NAME",
                "trial-" + clusterPort,
                "SLUICE_CLUSTER_BUS_PORT",
                "0"));
        boolean first = nodes.stream().noneMatch(NodeProcess::isJoined);
        settings.put("SLUICE_CLUSTER_PORT", first ? clusterPort : Integer.toString(NodeProcess.freePort()));
        return add(name, List.of("--role", role, "--cluster"), settings);
    }

    private NodeProcess add(String name, List<String> arguments, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("SLUICE_POSTGRES_URI", databaseUri);
        all.put("SLUICE_POSTGRES_POOL_SIZE", "8");
        all.put("SLUICE_POSTGRES_WRITE_POOL_SIZE", "4");
        NodeProcess node = NodeProcess.start(name, home, work, arguments, all);
        nodes.add(node);
        return node;
    }

    /** Where clients of a tenant go behind that address. */
    static String scim(String url) {
        return url + "/tenants/" + TENANT + "/scim/v2";
    }

    /** Makes the tenant and gives a client of it. */
    Http client(String url) {
        require(admin.send(
                "POST", url + "/admin/v1/tenants", Optional.of("{\"id\":\"" + TENANT + "\",\"name\":\"Trial\"}")));
        return new Http(require(admin.send(
                        "POST", url + "/admin/v1/tenants/" + TENANT + "/tokens", Optional.of("{\"idp\":\"entra\"}")))
                .at("/token"));
    }

    private static Http.Answer require(Http.Answer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("The administration API answered " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::end);
    }
}
