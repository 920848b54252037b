package io.sluice.ldap.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.CachingNameResolver;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import io.sluice.ldap.config.ConnectionSettings;
import org.junit.jupiter.api.Test;

final class ConnectionsTest {

    @Test
    void aNameIsLookedUpAnewForEveryConnection() {
        LDAPConnectionOptions options = Connections.options(new ConnectionSettings.Limits(1, 1, 1, 1, 1));

        assertThat(options.getNameResolver()).isNotInstanceOf(CachingNameResolver.class);
    }
}
