package io.sluice.gateway.start;

import io.sluice.core.control.EmbeddedServer;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.config.ConfigReader;
import io.sluice.gateway.config.EffectiveConfig;
import io.sluice.gateway.config.ManagementConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Starts nodes: from a configuration alone, or from nothing with a server of its own. Blocks until the node serves. */
public final class Starter {

    private static final long START_SECONDS = 120;

    private final Map<String, String> environment;
    private final Providers providers;
    private final Consumer<String> progress;

    /**
     * @param progress told in a few words what takes time
     */
    public Starter(Map<String, String> environment, Providers providers, Consumer<String> progress) {
        this.environment = Map.copyOf(environment);
        this.providers = providers;
        this.progress = progress;
    }

    /** A node for production that needs no other. */
    public Running serve(Optional<Path> file) {
        return serve(file, Role.ALL, false);
    }

    /**
     * A node for production. It waits for its stores as long as it takes, and says so.
     *
     * @param clustered whether it joins other nodes
     * @throws StartException with a sentence for the operator
     * @throws io.sluice.gateway.config.ConfigException when the configuration is wrong
     */
    public Running serve(Optional<Path> file, Role role, boolean clustered) {
        if (role != Role.ALL && !clustered) {
            throw new StartException(
                    "--role " + role.name().toLowerCase(java.util.Locale.ROOT) + " needs other nodes: add --cluster.");
        }
        Config config = read(environment, file);
        Logging.configure(config.logging());
        if (config.adminToken().isEmpty()) {
            throw new StartException("adminToken is needed: set SLUICE_ADMIN_TOKEN to a long random text.");
        }
        Ports.requireFree(config, role);
        return new Running(
                node(config, new NodeMode(role, clustered, true, role.hasFront()), node -> Future.succeededFuture()),
                Optional.empty());
    }

    /**
     * A node from nothing, and what its first user has to know.
     *
     * @param data stays this process's until it ends
     */
    public record FromNothing(Running running, Config config, DataDirectory data, Optional<String> firstToken) {}

    /**
     * A node with a database server beside it, unless the configuration names one. What is refused because of the configuration,
     * a taken port or another Sluice in the data directory leaves nothing behind there.
     *
     * @param home the data directory; made if needed
     * @throws StartException with a sentence for the operator
     * @throws io.sluice.gateway.config.ConfigException when the configuration is wrong
     */
    public FromNothing fromNothing(Optional<Path> file, Path home) {
        Map<String, String> settings = new HashMap<>(environment);
        EffectiveConfig effective = reader(environment).read(file);
        Config given = effective.config();
        Logging.configure(given.logging());
        settings.put(Config.DATA_DIR.variable(), home.toString());
        if (effective.isDefault(ManagementConfig.HOST)) {
            settings.put(ManagementConfig.HOST.variable(), "127.0.0.1");
        }
        DataDirectory.requireFree(home);
        Stores.requireKnown(providers, given.backends());
        Ports.requireFree(read(settings, file), Role.ALL);
        DataDirectory data = DataDirectory.open(home);
        try {
            if (given.adminToken().isEmpty()) {
                settings.put("SLUICE_ADMIN_TOKEN", adminToken(data));
            }
            return within(data, file, given, settings);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private FromNothing within(DataDirectory data, Optional<Path> file, Config given, Map<String, String> settings) {
        Optional<EmbeddedServer.Running> server = server(given, data);
        server.ifPresent(running -> settings.put(uriVariable(given), running.uri()));
        try {
            Config config = read(settings, file);
            Promise<Optional<String>> token = Promise.promise();
            Node node = node(
                    config,
                    new NodeMode(Role.ALL, false, false, true),
                    prepared -> new FirstStart(prepared, data).run().onComplete(token));
            return new FromNothing(new Running(node, server), config, data, Waiting.on(token.future(), START_SECONDS));
        } catch (RuntimeException e) {
            server.ifPresent(EmbeddedServer.Running::close);
            throw e;
        }
    }

    private Config read(Map<String, String> settings, Optional<Path> file) {
        return reader(settings).read(file).config();
    }

    private ConfigReader reader(Map<String, String> settings) {
        return new ConfigReader(settings, providers.sections());
    }

    private Optional<EmbeddedServer.Running> server(Config config, DataDirectory data) {
        String control = config.backends().control();
        if (config.backends().section(control).has("uri")) {
            return Optional.empty();
        }
        try {
            return providers.servers().stream()
                    .filter(server -> server.name().equals(control))
                    .findFirst()
                    .map(server -> server.start(data.file(control), progress));
        } catch (UncheckedIOException e) {
            throw new StartException(String.valueOf(e.getMessage()));
        }
    }

    private static String uriVariable(Config config) {
        return "SLUICE_" + config.backends().control().toUpperCase(java.util.Locale.ROOT) + "_URI";
    }

    private Node node(Config config, NodeMode mode, Function<Node, Future<?>> preparation) {
        try {
            long seconds = mode.patient() ? Integer.MAX_VALUE : START_SECONDS;
            return Waiting.on(Node.start(config, providers, mode, preparation), seconds);
        } catch (RuntimeException e) {
            throw e instanceof StartException known ? known : new StartException(reason(e, config));
        }
    }

    private static String reason(RuntimeException failure, Config config) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof BindException) {
            return "A port is taken: " + cause.getMessage() + ". Ports in question: "
                    + config.http().port() + " (SLUICE_HTTP_PORT) and "
                    + config.management().port() + " (SLUICE_MANAGEMENT_PORT).";
        }
        return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
    }

    private static String adminToken(DataDirectory data) {
        return data.read(DataDirectory.ADMIN_TOKEN).orElseGet(() -> {
            String text = TokenText.generate("sla_");
            data.write(DataDirectory.ADMIN_TOKEN, text);
            return text;
        });
    }
}
