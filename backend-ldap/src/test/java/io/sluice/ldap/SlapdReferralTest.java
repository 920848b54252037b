package io.sluice.ldap;

import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.RequiresSlapd;
import io.sluice.ldap.server.Slapd;

@RequiresSlapd
final class SlapdReferralTest extends ReferralContract {

    @Override
    DirectoryServer start() {
        return Slapd.start();
    }
}
