package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * Accepts a server whose certificate is for the name in the URL (RFC 4513 section 3.1.3). For an address the certificate must
 * have that address; a name that the address resolves to is not enough, because whoever answers that question is not known.
 */
final class ServerNameVerifier extends SSLSocketVerifier {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    private static final int IP_ADDRESS = 7;

    private final SSLSocketVerifier names = new HostNameSSLSocketVerifier(true);

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        if (!ADDRESS.matcher(host).matches()) {
            names.verifySSLSocket(host, port, socket);
        } else if (!hasAddress(host, socket)) {
            throw new LDAPException(
                    ResultCode.CONNECT_ERROR,
                    "The hostname of the certificate is not the address " + host + " of port " + port + ".");
        }
    }

    private static boolean hasAddress(String address, SSLSocket socket) throws LDAPException {
        try {
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            return alternatives != null
                    && alternatives.stream()
                            .anyMatch(name -> name.get(0).equals(IP_ADDRESS)
                                    && String.valueOf(name.get(1)).equalsIgnoreCase(address));
        } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, "The certificate cannot be read: " + e.getMessage(), e);
        }
    }
}
