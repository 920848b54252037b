package io.sluice.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.ControlStoreProvider;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.error.ScimError;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store may come later than the node. */
final class StartOrderTest {

    private final AtomicBoolean there = new AtomicBoolean();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();

    private final AtomicInteger listings = new AtomicInteger();

    /** What a list of tokens waits for. */
    private Promise<Void> listing = Promise.promise();

    private Throwable refusal = new IOException("It is not there yet");

    @Test
    void aNodeWaitsForItsStoreAliveAndUnreadyAndThenServes() throws IOException {
        int management = port();
        var config = Gateway.config(Map.of("SLUICE_MANAGEMENT_PORT", Integer.toString(management)));
        Future<Node> starting = Node.start(config, providers(), new NodeMode(Role.ALL, false, true, false));
        Client client = new Client("http://127.0.0.1:" + management, "");
        while (attempts.get() < 2) {
            Thread.onSpinWait();
        }
        client.get("/health/live").expect(200);
        Reply waiting = client.get("/health/ready").expect(503);
        assertThat(waiting.at("/parts/node")).isEqualTo("starting");
        assertThat(starting.isComplete()).isFalse();

        there.set(true);
        try (Node node = Gateway.await(starting)) {
            client.get("/health/ready").expect(200);
            assertThat(node.port()).isPositive();
        }
    }

    @Test
    void aNodeAloneTriesAgainWhatIsUnavailable() {
        refusal = ScimError.unavailable("Busy.", Duration.ofSeconds(1)).asException();
        Future<Node> starting = Node.start(Gateway.config(Map.of()), providers());
        while (attempts.get() < 2) {
            Thread.onSpinWait();
        }
        assertThat(starting.isComplete()).isFalse();

        there.set(true);
        try (Node node = Gateway.await(starting)) {
            assertThat(node.port()).isPositive();
        }
    }

    @Test
    void aNodeAloneGivesUpAtOnceWhatDoesNotMend() {
        refusal = new IllegalArgumentException("The password is wrong");

        assertThatThrownBy(() -> Gateway.await(Node.start(Gateway.config(Map.of()), providers())))
                .hasMessageContaining("The password is wrong");
        assertThat(attempts).hasValue(1);
    }

    /** Its look-up comes after the store's start and meets a database that went away in between. */
    @Test
    void theFirstAdministratorWaitsForTheStoreToo(@TempDir Path data) {
        there.set(true);
        Map<String, String> environment = environment(0);
        environment.put("SLUICE_DATA_DIR", data.toString());
        environment.put("SLUICE_ADMIN_TOKEN", Gateway.ADMIN_TOKEN);
        refusals.set(2);

        Running running = new Starter(environment, providers(), step -> {}).serve(Optional.empty());
        try {
            assertThat(refusals).as("looked up until it was answered").hasValue(-1);
            assertThat(data.resolve("admin-password")).exists();
        } finally {
            running.close();
        }
    }

    /** Everything in memory; the main port is any. */
    private static Map<String, String> environment(int management) {
        return new HashMap<>(Map.of(
                "SLUICE_HTTP_HOST", "127.0.0.1",
                "SLUICE_HTTP_PORT", "0",
                "SLUICE_MANAGEMENT_HOST", "127.0.0.1",
                "SLUICE_MANAGEMENT_PORT", Integer.toString(management),
                "SLUICE_BACKEND_DEFAULT", "memory",
                "SLUICE_BACKEND_CONTROL", "memory"));
    }

    @Test
    void aNodeIsUnreadyUntilSomebodyCanLogIn(@TempDir Path data) throws IOException {
        there.set(true);
        int management = port();
        Map<String, String> environment = environment(management);
        environment.put("SLUICE_DATA_DIR", data.toString());
        environment.put("SLUICE_ADMIN_TOKEN", Gateway.ADMIN_TOKEN);
        refusals.set(Integer.MAX_VALUE);
        CompletableFuture<Running> starting = CompletableFuture.supplyAsync(
                () -> new Starter(environment, providers(), step -> {}).serve(Optional.empty()));
        while (refusals.get() == Integer.MAX_VALUE) {
            Thread.onSpinWait();
        }
        Client client = new Client("http://127.0.0.1:" + management, "");
        assertThat(client.get("/health/ready").expect(503).at("/parts/node")).isEqualTo("starting");

        refusals.set(0);
        try (Running running = starting.join()) {
            client.get("/health/ready").expect(200);
            assertThat(running.node().managementPort()).isEqualTo(management);
            assertThat(data.resolve("admin-password")).exists();
        }
    }

    @Test
    void theVeryFirstStartIsUnreadyUntilItsTokenIsThere(@TempDir Path data) throws IOException {
        there.set(true);
        listing = Promise.promise();
        int management = port();
        Map<String, String> environment = environment(management);
        CompletableFuture<Starter.FromNothing> starting = CompletableFuture.supplyAsync(
                () -> new Starter(environment, providers(), step -> {}).fromNothing(Optional.empty(), data));
        while (listings.get() == 0) {
            Thread.onSpinWait();
        }
        Client client = new Client("http://127.0.0.1:" + management, "");
        assertThat(client.get("/health/ready").expect(503).at("/parts/node")).isEqualTo("starting");
        assertThat(data.resolve(DataDirectory.FIRST_TOKEN)).doesNotExist();

        listing.complete();
        try (DataDirectory taken = starting.join().data();
                Running running = starting.join().running()) {
            client.get("/health/ready").expect(200);
            assertThat(running.node().port()).isPositive();
            assertThat(starting.join().firstToken())
                    .contains(taken.read(DataDirectory.FIRST_TOKEN).orElseThrow());
        }
    }

    private Providers providers() {
        Providers found = Providers.found();
        Map<String, ControlStoreProvider> stores = new HashMap<>(found.stores());
        ControlStoreProvider memory = found.stores().get("memory");
        stores.put("memory", (ControlStoreProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ControlStoreProvider.class},
                (proxy, method, arguments) -> {
                    Object made = method.invoke(memory, arguments);
                    return made instanceof ControlStore store ? late(store) : made;
                }));
        return new Providers(found.backends(), stores, found.servers());
    }

    private ControlStore late(ControlStore store) {
        return (ControlStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ControlStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("start")) {
                        attempts.incrementAndGet();
                        if (!there.get()) {
                            return Future.failedFuture(refusal);
                        }
                    }
                    if (method.getName().equals("credentials")) {
                        return waiting(store.credentials());
                    }
                    if (method.getName().equals("administrators")) {
                        return refusing(store.administrators());
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private CredentialStore waiting(CredentialStore store) {
        return (CredentialStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CredentialStore.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("list")) {
                        return method.invoke(store, arguments);
                    }
                    listings.incrementAndGet();
                    return listing.future().compose(go -> store.list((String) arguments[0]));
                });
    }

    private AdministratorStore refusing(AdministratorStore store) {
        return (AdministratorStore) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AdministratorStore.class},
                (proxy, method, arguments) -> method.getName().equals("list") && refusals.getAndDecrement() > 0
                        ? Future.failedFuture("It went away")
                        : method.invoke(store, arguments));
    }

    private static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
