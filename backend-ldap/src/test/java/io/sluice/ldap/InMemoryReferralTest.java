package io.sluice.ldap;

import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.InMemoryServer;

final class InMemoryReferralTest extends ReferralContract {

    @Override
    DirectoryServer start() {
        return InMemoryServer.start();
    }
}
