package io.sluice.gateway.http;

import io.sluice.gateway.config.HttpConfig;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;

/** The limits of the main port, as the server wants them. */
final class ServerOptions {

    private ServerOptions() {}

    static HttpServerOptions of(HttpConfig config) {
        HttpServerOptions options = new HttpServerOptions();
        options.setHost(config.host());
        options.setPort(config.port());
        options.setMaxHeaderSize(config.maxHeader());
        options.setMaxInitialLineLength(config.maxRequestLine());
        options.setHttp2ClearTextEnabled(config.h2c());
        options.setHandle100ContinueAutomatically(false);
        options.setDecompressionSupported(false);
        options.setCompressionSupported(false);
        // Nobody speaks WebSocket to the main port, and the handlers for it see every message.
        options.setPerFrameWebSocketCompressionSupported(false);
        options.setPerMessageWebSocketCompressionSupported(false);
        options.setReuseAddress(true);
        options.setTcpNoDelay(true);
        options.setAcceptBacklog(1024);
        options.setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis()));
        options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return options;
    }
}
