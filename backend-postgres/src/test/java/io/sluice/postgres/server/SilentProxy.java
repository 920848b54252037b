package io.sluice.postgres.server;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes connections on to a server until it falls silent: those that are open stay so, and nothing comes through them any more. */
public final class SilentProxy {

    private final NetServer server;
    private final NetClient client;
    private final URI behind;
    private final List<NetSocket> ends = new CopyOnWriteArrayList<>();

    public SilentProxy(Vertx vertx, String uri) {
        this.behind = URI.create(uri);
        this.client = vertx.createNetClient();
        this.server = vertx.createNetServer().connectHandler(this::pass);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    private void pass(NetSocket near) {
        near.pause();
        client.connect(behind.getPort(), behind.getHost()).onSuccess(far -> {
            ends.add(near);
            ends.add(far);
            near.handler(far::write).closeHandler(closed -> far.close());
            far.handler(near::write).closeHandler(closed -> near.close());
            near.resume();
        });
    }

    /** Connections that are made later pass. */
    public void silence() {
        ends.forEach(NetSocket::pause);
    }

    public String uri() {
        return behind.toString().replace(":" + behind.getPort() + "/", ":" + server.actualPort() + "/");
    }
}
