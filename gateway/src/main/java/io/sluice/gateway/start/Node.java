package io.sluice.gateway.start;

import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendLoad;
import io.sluice.core.backend.BackendVerticle;
import io.sluice.core.bus.AuditConsumer;
import io.sluice.core.control.ControlStore;
import io.sluice.gateway.auth.CredentialVerifier;
import io.sluice.gateway.auth.TokenVerifier;
import io.sluice.gateway.auth.VerifierSettings;
import io.sluice.gateway.cluster.Announcer;
import io.sluice.gateway.cluster.Entrance;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.control.AuditPruning;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.dispatch.LocalBackends;
import io.sluice.gateway.http.Drain;
import io.sluice.gateway.http.HttpFront;
import io.sluice.gateway.metrics.Metrics;
import io.sluice.gateway.portal.Portal;
import io.sluice.gateway.scim.BulkBudget;
import io.sluice.gateway.scim.CursorKey;
import io.sluice.gateway.scim.FiredRules;
import io.sluice.gateway.scim.RequestLog;
import io.sluice.gateway.scim.ScimServices;
import io.sluice.gateway.scim.Tally;
import io.sluice.gateway.scim.TenantSchemas;
import io.sluice.gateway.scim.Traffic;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node: everything from the HTTP ports to the backends. Starts from the inside out, so that no request comes in before it can
 * be served, and stops from the outside in, so that everything that came in is answered.
 */
public final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final long EXAMINE_MILLIS = 1_000;
    private static final long STOP_SECONDS = 30;

    private final Vertx vertx;
    private final Config config;
    private final NodeMode mode;
    private final Map<String, Backend> made;
    private final Map<String, BackendLoad> loads = new ConcurrentHashMap<>();
    private final Optional<Cluster> cluster;
    private final Phase phase = new Phase();
    private final Promise<Void> cutOff = Promise.promise();
    private final ControlStore control;
    private final BackendDirectory backends;
    private final TokenVerifier verifier;
    private final Commands commands;
    private final Access access;
    private final ScimServices scim;
    private final Metrics metrics;
    private final Telemetry telemetry;
    private final Readiness readiness;
    private final Queries queries;
    private final Housekeeping housekeeping;
    private final FiredRules firedRules = new FiredRules();
    private final Drain drain = new Drain();
    private final AtomicInteger managementPort = new AtomicInteger();
    private final Deque<String> deployments = new ConcurrentLinkedDeque<>();

    Node(Vertx vertx, Config config, NodeMode mode, Telemetry telemetry, Stores stores) {
        this.vertx = vertx;
        this.config = config;
        this.mode = mode;
        this.telemetry = telemetry;
        this.metrics = telemetry.metrics();
        this.made = mode.role().hasBackends() ? stores.backends() : Map.of();
        this.control = stores.control();
        BackendDirectory local = new LocalBackends(made);
        this.cluster = mode.clustered() ? Optional.of(Cluster.of(config, local)) : Optional.empty();
        this.backends = cluster.map(joined -> joined.directory(local)).orElse(local);
        Dispatcher dispatcher = cluster.map(
                        joined -> new Dispatcher(joined.calls(vertx, config, local), config.dispatch()))
                .orElseGet(() -> new Dispatcher(vertx, config.dispatch()));
        VerifierSettings trust = VerifierSettings.trusting(config.credentials().trust());
        this.verifier = new TokenVerifier(vertx, control.credentials(), trust);
        this.commands = Commands.of(config, control, backends, dispatcher, verifier);
        this.access = Access.of(vertx, config, control, trust);
        this.housekeeping = new Housekeeping(
                verifier,
                access.refusals(),
                new AuditPruning(control, config.access().auditRetention()));
        this.scim = new ScimServices(
                config,
                new CredentialVerifier(verifier, access.oauth().verifier()),
                dispatcher,
                backends,
                new TenantSchemas(Schemas.of(config)),
                CursorKey.of(config),
                new Traffic(access.rateLimits(), access.activity()),
                new Tally(
                        metrics,
                        firedRules,
                        new RequestLog(),
                        telemetry.tracing().requests()),
                BulkBudget.ofHeap(),
                drain);
        this.readiness = new Readiness(control, backends, config.backends().standard(), drain, phase);
        this.queries = Queries.of(
                scim,
                control,
                new NodeStatus(readiness, config.backends().control(), backends, dispatcher, metrics.rates(), cluster));
        metrics.watchVerifier(verifier, TokenVerifier::hits, TokenVerifier::misses);
        backends.names().forEach(name -> metrics.watchBreaker(name, () -> dispatcher.isOpen(name)));
    }

    /** Starts a node that needs no other. */
    public static Future<Node> start(Config config, Providers providers) {
        return start(config, providers, NodeMode.ALONE);
    }

    /**
     * Starts a node and completes when it serves.
     *
     * @throws StartException when the configuration names what does not exist
     */
    public static Future<Node> start(Config config, Providers providers, NodeMode mode) {
        return start(config, providers, mode, node -> Future.succeededFuture());
    }

    /**
     * The same with something to be done when the stores answer and before requests are taken.
     *
     * @param preparation the node is not ready before it has completed, and does not start when it fails
     */
    static Future<Node> start(
            Config config, Providers providers, NodeMode mode, Function<Node, Future<?>> preparation) {
        return new Assembly(config, providers, mode, preparation, Telemetry.of(config)).start();
    }

    /** Completes when it serves. */
    Future<Node> run(Function<Node, Future<?>> preparation) {
        control.onChange(this::changed);
        Patience patience = new Patience(vertx, mode.patient());
        Future<?> started = deploy(
                        () -> new ManagementFront(config.management(), readiness, metrics, managementPort),
                        new DeploymentOptions())
                .compose(open -> patience.until("the control store", control::start))
                .onSuccess(ready -> AuditConsumer.register(vertx, control.audit()));
        for (Map.Entry<String, Backend> entry : made.entrySet()) {
            started = started.compose(before -> patience.until(
                    "the backend " + entry.getKey(), () -> deployBackend(entry.getKey(), entry.getValue())));
        }
        return started.compose(ready -> cluster.<Future<?>>map(this::join).orElseGet(Future::succeededFuture))
                .compose(joined -> mode.administrated() ? firstAdministrator() : Future.succeededFuture())
                .compose(administrated -> preparation.apply(this))
                .compose(prepared -> mode.role().hasFront() ? openFront() : Future.succeededFuture())
                .map(open -> {
                    metrics.watchEventLoops(vertx, config.http().eventLoops());
                    housekeeping.begin(vertx);
                    phase.serving();
                    return this;
                });
    }

    private Future<?> deployBackend(String name, Backend backend) {
        BackendLoad load = new BackendLoad();
        return deploy(() -> new BackendVerticle(name, () -> backend, load), new DeploymentOptions())
                .onSuccess(ready -> loads.put(name, load));
    }

    /** Others hear of this node when its backends can serve, and send requests then. */
    private Future<?> join(Cluster joined) {
        Future<?> open = Future.succeededFuture();
        for (Map.Entry<String, BackendLoad> entry : loads.entrySet()) {
            open = open.compose(before -> deploy(
                            () -> new Entrance(entry.getKey(), joined.name().id(), entry.getValue()),
                            new DeploymentOptions()))
                    .onSuccess(ready -> joined.offers().add(entry.getKey(), entry.getValue()));
        }
        return open.compose(ready -> deploy(
                        () -> new Announcer(
                                config.cluster(), joined.name(), joined.peers(), joined.offers()::states, this::cutOff),
                        new DeploymentOptions()))
                .onSuccess(ready -> vertx.setPeriodic(
                        EXAMINE_MILLIS, timer -> joined.offers().examine()));
    }

    private void cutOff() {
        phase.hinder("cut off from the cluster");
        cutOff.tryComplete();
    }

    private Future<?> openFront() {
        var fronts = new DeploymentOptions().setInstances(config.http().eventLoops());
        Portal portal = PortalDoor.of(this);
        return deploy(() -> new HttpFront(config.http(), () -> new Doors(this).open(portal), drain), fronts);
    }

    private Future<?> deploy(Supplier<Deployable> verticle, DeploymentOptions options) {
        return vertx.deployVerticle(verticle, options).onSuccess(deployments::addFirst);
    }

    /**
     * Turns unready, gives load balancers and other nodes time to notice, stops taking requests, lets what is in flight finish, and
     * then closes the backends and the store.
     */
    private Future<?> drain() {
        drain.begin();
        Future<?> stopped = pause(config.lifecycle().drainDelay()).compose(noticed -> leave());
        for (String deployment : deployments) {
            stopped = stopped.transform(before -> vertx.undeploy(deployment));
        }
        return stopped.transform(undeployed -> housekeeping.finish()).transform(written -> control.stop());
    }

    /** Two announcements without any backend tell the others to send nothing more. */
    private Future<?> leave() {
        return cluster.<Future<?>>map(joined -> {
                    joined.offers().withdraw();
                    return pause(config.cluster().announceEvery().multipliedBy(2));
                })
                .orElseGet(Future::succeededFuture);
    }

    private Future<?> pause(Duration duration) {
        return duration.isPositive()
                ? vertx.timer(duration.toMillis(), TimeUnit.MILLISECONDS)
                : Future.succeededFuture();
    }

    /** Completes when this node was cut off from its cluster and had better be started anew. */
    public Future<Void> whenCutOff() {
        return cutOff.future();
    }

    /** Stops; nothing that was acknowledged is lost. Blocks, so it is called on a thread that is none of Vert.x's. */
    @Override
    public void close() {
        try {
            Waiting.on(drain(), STOP_SECONDS + config.lifecycle().drainDelay().toSeconds());
        } catch (RuntimeException e) {
            LOG.warn("The node did not stop cleanly: {}", e.toString());
        } finally {
            Waiting.on(vertx.close(), STOP_SECONDS);
            telemetry.close();
        }
    }

    /** Another node, or this one, changed something of that tenant; empty when it is not known what was missed. */
    private void changed(Optional<String> tenant) {
        tenant.ifPresentOrElse(verifier::forget, verifier::forgetAll);
        access.forgetAll();
    }

    /** Somebody has to be able to log in to the portal; waits for the store as the start does. */
    private Future<?> firstAdministrator() {
        return new Patience(vertx, mode.patient())
                .until(
                        "the store of administrators",
                        () -> access.firstAdministrator().ensure(config.dataDir()));
    }

    /** The port that SCIM is served on. */
    public int port() {
        return drain.port();
    }

    public int managementPort() {
        return managementPort.get();
    }

    public Commands commands() {
        return commands;
    }

    public Access access() {
        return access;
    }

    public Queries queries() {
        return queries;
    }

    FiredRules firedRules() {
        return firedRules;
    }

    public ControlStore control() {
        return control;
    }

    Vertx vertx() {
        return vertx;
    }

    Config config() {
        return config;
    }

    ScimServices scim() {
        return scim;
    }
}
