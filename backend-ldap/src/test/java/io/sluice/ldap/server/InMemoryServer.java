package io.sluice.ldap.server;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.InputStream;

/** UnboundID's server, in this process. */
public final class InMemoryServer implements DirectoryServer {

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
        try (InputStream ours = InMemoryServer.class.getResourceAsStream("/io/sluice/ldap/schema/sluice.ldif")) {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(SUFFIX);
            config.setSchema(Schema.mergeSchemas(Schema.getDefaultStandardSchema(), Schema.getSchema(ours)));
            config.addAdditionalBindCredentials(BIND_DN, BIND_PASSWORD);
            config.setEqualityIndexAttributes("entryUUID", "uid", "member", "scimExternalId", "mail");
            config.addInMemoryOperationInterceptor(interceptor);
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("ldap", 0));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.startListening();
            server.add("dn: " + SUFFIX, "objectClass: domain", "dc: example");
            return new InMemoryServer(server);
        } catch (IOException | LDIFException | LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    public InMemoryDirectoryServer server() {
        return server;
    }

    @Override
    public int port() {
        return server.getListenPort();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
