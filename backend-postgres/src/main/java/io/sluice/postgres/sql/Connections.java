package io.sluice.postgres.sql;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;

/** How a connection to a host is made. */
final class Connections {

    private static final int STATEMENT_CACHE = 512;
    private static final int LONGEST_CACHED_STATEMENT = 8_192;

    /** A host that is gone acknowledges nothing; without this the kernel goes on trying for a quarter of an hour. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** How long after the server should have given a statement up something has to come from it. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** A node that hangs within a transaction must not keep its locks from the others. */
    private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(10);

    private Connections() {}

    static PgConnectOptions to(ServerUri uri, Endpoint endpoint, PostgresSettings settings, String name) {
        PgConnectOptions options = uri.optionsOf(endpoint);
        options.setCachePreparedStatements(settings.preparedStatements())
                .setPreparedStatementCacheMaxSize(STATEMENT_CACHE)
                .setPreparedStatementCacheSqlLimit(LONGEST_CACHED_STATEMENT)
                .addProperty("application_name", name);
        if (options.getSslMode() != SslMode.DISABLE) {
            options.setSslOptions(tls(options.getSslMode(), settings.connection()));
        }
        if (settings.preparedStatements()) {
            options.addProperty(
                            "statement_timeout",
                            Long.toString(settings.statementTimeout().toMillis()))
                    .addProperty("idle_in_transaction_session_timeout", Long.toString(IDLE_IN_TRANSACTION.toMillis()));
        } else {
            // A proxy that hands out connections by transaction refuses settings that it does not know.
            options.setUseLayer7Proxy(true);
            options.getProperties().remove("extra_float_digits");
        }
        return options;
    }

    private static ClientSSLOptions tls(SslMode mode, ConnectionSettings settings) {
        ClientSSLOptions tls = new ClientSSLOptions();
        // As libpq has it: without "verify" the connection is encrypted, and the server may be anybody.
        tls.setTrustAll(mode != SslMode.VERIFY_CA && mode != SslMode.VERIFY_FULL);
        tls.setHostnameVerificationAlgorithm(mode == SslMode.VERIFY_FULL ? "HTTPS" : "");
        if (!tls.isTrustAll()) {
            tls.setTrustOptions(settings.rootCertificate()
                    .<TrustOptions>map(file -> new PemTrustOptions().addCertPath(file.toString()))
                    .orElseGet(Connections::whatJavaTrusts));
        }
        return tls;
    }

    private static TrustOptions whatJavaTrusts() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return TrustOptions.wrap(factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java's own authorities cannot be read", e);
        }
    }

    /**
     * A connection whose other end acknowledges what it gets but answers nothing, as behind a proxy that lost the server, is closed
     * once the server would have given the statement up: its statements fail, and what they held is free again. It counts from what
     * was read last, so that the time for which a connection may wait for its next statement comes on top.
     */
    static NetClientOptions sockets(PostgresSettings settings) {
        NetClientOptions sockets = new NetClientOptions();
        sockets.setConnectTimeout((int) settings.connection().connectTimeout().toMillis());
        sockets.setTcpKeepAlive(true);
        sockets.setReadIdleTimeout(Math.toIntExact(
                unused(settings).plus(settings.statementTimeout()).plus(MARGIN).toMillis()));
        sockets.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        sockets.setTcpUserTimeout((int) SILENCE.toMillis());
        return sockets;
    }

    /** After which a connection of a pool is closed that nobody used. */
    static Duration unused(PostgresSettings settings) {
        return settings.statementTimeout().dividedBy(3);
    }
}
