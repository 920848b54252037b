package io.sluice.ldap.server;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.PEMFileKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.List;

/** UnboundID's server, in this process. */
public final class InMemoryServer implements DirectoryServer {

    private static final List<String> INDEXED = List.of("entryUUID", "uid", "member", "scimExternalId", "mail");

    private final InMemoryDirectoryServer server;

    private InMemoryServer(InMemoryDirectoryServer server) {
        this.server = server;
    }

    public static InMemoryServer start() {
        return start(new InMemoryOperationInterceptor() {});
    }

    /**
     * @param interceptor sees every operation and may change its result
     */
    public static InMemoryServer start(InMemoryOperationInterceptor interceptor) {
        try {
            return start(interceptor, InMemoryListenerConfig.createLDAPConfig("ldap", 0));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Serves plain LDAP with StartTLS on {@link #port()} and LDAPS on {@link #securePort()}. */
    public static InMemoryServer start(HostCertificate certificate) {
        try {
            SSLUtil ssl = new SSLUtil(
                    new PEMFileKeyManager(
                            certificate.certificate().toFile(),
                            certificate.key().toFile()),
                    new TrustAllTrustManager());
            return start(
                    new InMemoryOperationInterceptor() {},
                    InMemoryListenerConfig.createLDAPConfig("ldap", null, 0, ssl.createSSLSocketFactory()),
                    InMemoryListenerConfig.createLDAPSConfig("ldaps", 0, ssl.createSSLServerSocketFactory()));
        } catch (GeneralSecurityException | LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without our schema, with what is peculiar about Active Directory. */
    public static InMemoryServer likeActiveDirectory() {
        try {
            return start(
                    new Schema(new Entry(ActiveDirectory.SCHEMA)),
                    new ActiveDirectory(),
                    InMemoryListenerConfig.createLDAPConfig("ldap", 0));
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InMemoryServer start(InMemoryOperationInterceptor interceptor, InMemoryListenerConfig... listeners) {
        try (InputStream ours = InMemoryServer.class.getResourceAsStream("/io/sluice/ldap/schema/sluice.ldif")) {
            return start(Schema.getSchema(ours), interceptor, listeners);
        } catch (IOException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InMemoryServer start(
            Schema added, InMemoryOperationInterceptor interceptor, InMemoryListenerConfig... listeners) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(SUFFIX);
            Schema schema = Schema.mergeSchemas(Schema.getDefaultStandardSchema(), added);
            config.setSchema(schema);
            config.addAdditionalBindCredentials(BIND_DN, BIND_PASSWORD);
            config.setEqualityIndexAttributes(INDEXED.stream()
                    .filter(name -> schema.getAttributeType(name) != null)
                    .toArray(String[]::new));
            config.addInMemoryOperationInterceptor(interceptor);
            config.setListenerConfigs(listeners);
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.startListening();
            server.add("dn: " + SUFFIX, "objectClass: domain", "dc: example");
            return new InMemoryServer(server);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    public InMemoryDirectoryServer server() {
        return server;
    }

    @Override
    public int port() {
        return server.getListenPort("ldap");
    }

    public int securePort() {
        return server.getListenPort("ldaps");
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
