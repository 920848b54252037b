package io.sluice.ldap.server;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.OID;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/**
 * A certificate that signs itself, made for a test, as PEM files.
 *
 * @param certificate what a client trusts
 */
public record HostCertificate(Path certificate, Path key) {

    private static final OID SUBJECT_ALTERNATIVE_NAME = new OID("2.5.29.17");
    private static final byte DNS_NAME = (byte) 0x82;
    private static final int KEY_BITS = 2048;
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    public static HostCertificate of(String host, Path directory) {
        try {
            byte[] names = new ASN1Sequence(new ASN1OctetString(DNS_NAME, host)).encode();
            long now = System.currentTimeMillis();
            var made = X509Certificate.generateSelfSignedCertificate(
                    SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
                    PublicKeyAlgorithmIdentifier.RSA,
                    KEY_BITS,
                    new DN("CN=" + host),
                    now - DAY_MILLIS,
                    now + DAY_MILLIS,
                    new X509CertificateExtension(SUBJECT_ALTERNATIVE_NAME, false, names));
            Path certificate = Files.writeString(
                    directory.resolve(host + ".crt"), made.getFirst().toPEMString() + "\n");
            byte[] key = made.getSecond().getPrivate().getEncoded();
            return new HostCertificate(certificate, Files.writeString(directory.resolve(host + ".key"), pem(key)));
        } catch (CertException | LDAPException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
