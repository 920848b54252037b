package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.DefaultNameResolver;
import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import io.sluice.ldap.config.ConnectionSettings;
import io.sluice.ldap.config.Endpoint;
import io.sluice.ldap.config.TlsSettings;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import javax.net.SocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the pool of connections that the settings ask for. */
final class Connections {

    /** A group with a million members comes in one message. */
    private static final int MAX_MESSAGE_BYTES = 512 * 1024 * 1024;

    private Connections() {}

    static LDAPConnectionPool pool(ConnectionSettings settings) {
        try {
            LDAPConnectionPool pool = new LDAPConnectionPool(
                    servers(settings),
                    bind(settings),
                    0,
                    settings.limits().connections(),
                    startTls(settings.tls()),
                    false);
            pool.setCreateIfNecessary(true);
            // Whether an operation may be repeated is decided by the Directory, never by the pool.
            pool.setRetryFailedOperationsDueToInvalidConnections(
                    EnumSet.noneOf(com.unboundid.ldap.sdk.OperationType.class));
            return pool;
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalArgumentException("ldap.tls: " + e.getMessage(), e);
        }
    }

    private static FailoverServerSet servers(ConnectionSettings settings) throws GeneralSecurityException {
        String[] hosts = settings.servers().stream().map(Endpoint::host).toArray(String[]::new);
        int[] ports = settings.servers().stream().mapToInt(Endpoint::port).toArray();
        SocketFactory sockets = settings.servers().getFirst().ldaps()
                ? ssl(settings.tls()).createSSLSocketFactory()
                : SocketFactory.getDefault();
        return new FailoverServerSet(hosts, ports, sockets, options(settings.limits()));
    }

    static LDAPConnectionOptions options(ConnectionSettings.Limits limits) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(limits.connectTimeoutMillis());
        options.setResponseTimeoutMillis(limits.responseTimeoutMillis());
        options.setAbandonOnTimeout(true);
        options.setUseSynchronousMode(true);
        options.setUseTCPNoDelay(true);
        options.setUseKeepAlive(true);
        options.setFollowReferrals(false);
        options.setMaxMessageSize(MAX_MESSAGE_BYTES);
        // Nothing remembers addresses but the JVM, for half a minute, so that a server may move.
        options.setNameResolver(DefaultNameResolver.getInstance());
        options.setSSLSocketVerifier(new ServerNameVerifier());
        return options;
    }

    private static @Nullable BindRequest bind(ConnectionSettings settings) {
        return settings.bind()
                .map(bind -> new SimpleBindRequest(bind.dn(), bind.password().reveal()))
                .orElse(null);
    }

    private static @Nullable PostConnectProcessor startTls(TlsSettings tls) throws GeneralSecurityException {
        return tls.startTls() ? new StartTLSPostConnectProcessor(ssl(tls).createSSLContext()) : null;
    }

    private static SSLUtil ssl(TlsSettings tls) throws GeneralSecurityException {
        TrustManager trust = tls.trust().isPresent()
                ? new PEMFileTrustManager(tls.trust().get().toFile())
                : JVMDefaultTrustManager.getInstance();
        return new SSLUtil(trust);
    }
}
