package io.sluice.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Certificates that sign themselves, made by the tool that comes with Java, as PEM files. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private Certificates() {}

    /** Settings of a node that shows a certificate of its own and trusts those of that authority. */
    static Map<String, String> settings(Path own, Path authority) {
        return Map.of(
                "SLUICE_CLUSTER_TLS_CERTIFICATE", own.resolve("cert.pem").toString(),
                "SLUICE_CLUSTER_TLS_KEY", own.resolve("key.pem").toString(),
                "SLUICE_CLUSTER_TLS_AUTHORITY", authority.resolve("cert.pem").toString());
    }

    static Path make(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        Files.createDirectories(directory);
        Path store = directory.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "node",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=node",
                        "-storetype",
                        "PKCS12",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool: " + Files.readString(directory.resolve("keytool.log")));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        write(
                directory.resolve("cert.pem"),
                "CERTIFICATE",
                keys.getCertificate("node").getEncoded());
        write(
                directory.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("node", PASSWORD.toCharArray()).getEncoded());
        return directory;
    }

    private static void write(Path file, String kind, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
