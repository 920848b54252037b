package io.sluice.ldap;

import io.sluice.ldap.server.HostCertificate;
import io.sluice.ldap.server.RequiresSlapd;
import io.sluice.ldap.server.Slapd;

@RequiresSlapd
final class SlapdTlsTest extends TlsContract {

    @Override
    Secure start(HostCertificate certificate) {
        Slapd slapd = Slapd.start(certificate);
        return new Secure(slapd, slapd.securePort());
    }
}
