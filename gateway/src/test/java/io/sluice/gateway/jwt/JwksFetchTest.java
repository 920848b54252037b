package io.sluice.gateway.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SelfSignedCertificate;
import io.vertx.junit5.VertxExtension;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class JwksFetchTest {

    private static final String KEYS = Forge.jwks(Forge.jwk("k", Forge.ec())).encode();
    private Vertx vertx;
    private KeyServer server;
    private JwksFetch loopback;

    @BeforeEach
    void start(Vertx vertx) {
        this.vertx = vertx;
        server = new KeyServer(vertx, Forge.jwks(Forge.jwk("k", Forge.ec())));
        loopback = new JwksFetch(vertx, policy(Duration.ofMinutes(1)));
    }

    /** Loopback too. A busy machine may need longer for a handshake than is waited for an issuer. */
    private static JwksPolicy policy(Duration timeout) {
        JwksPolicy strict = JwksPolicy.strict();
        return new JwksPolicy(
                Set.of(),
                true,
                timeout,
                strict.maxBytes(),
                strict.refreshAfter(),
                strict.refetchAfter(),
                strict.staleFor());
    }

    @Test
    void readsASet() {
        assertThat(fetch(loopback, server.uri()).find("k")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://issuer.example/keys",
                "ftp://issuer.example/keys",
                "file:///etc/passwd",
                "https:///keys",
                "https://user:pw@issuer.example/keys",
                "keys"
            })
    void refusesAUriThatIsNotPlainHttps(String uri) {
        assertThat(new JwksFetch(vertx, JwksPolicy.strict())
                        .check(URI.create(uri))
                        .cause())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/keys",
                "https://localhost/keys",
                "https://[::1]/keys",
                "https://10.0.0.1/keys",
                "https://192.168.1.1/keys",
                "https://172.31.0.1/keys",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/keys",
                "https://0.0.0.0/keys",
                "https://[::ffff:10.0.0.1]/keys",
                "https://[fd00::1]/keys",
                "https://[fe80::1]/keys",
                "https://[64:ff9b::a00:1]/keys",
                "https://2130706433/keys"
            })
    void refusesAddressesThatAreNotPublic(String uri) {
        assertThatThrownBy(() -> fetch(new JwksFetch(vertx, JwksPolicy.strict()), uri))
                .hasMessageContaining("not public");
    }

    @Test
    void neverGoesToALoopbackPortInProduction() {
        assertThatThrownBy(() -> fetch(new JwksFetch(vertx, JwksPolicy.strict()), server.uri()))
                .hasMessageContaining("https://");
        assertThat(server.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"8.8.8.8,true", "1.1.1.1,true", "2606:4700::1111,true", "10.1.2.3,false", "198.18.0.1,false"})
    void tellsPublicAddresses(String address, boolean expected) throws Exception {
        assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isEqualTo(expected);
    }

    @Test
    void followsNoRedirect() {
        KeyServer target = new KeyServer(vertx, Forge.jwks());
        server.behave(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", target.uri())
                .end());

        assertThatThrownBy(() -> fetch(loopback, server.uri())).hasMessageContaining("302");
        assertThat(target.requests()).isZero();
    }

    @Test
    void refusesAnAnswerOverTheLimit() {
        server.behave(request -> request.response().end(Buffer.buffer(new byte[64 * 1024 + 1])));

        assertThatThrownBy(() -> fetch(loopback, server.uri())).hasMessageContaining("larger than 65536 bytes");
    }

    @Test
    void givesUpOnASilentServer() {
        server.behave(request -> request.response().setChunked(true).write("{"));

        assertThatThrownBy(() -> fetch(new JwksFetch(vertx, policy(Duration.ofMillis(200))), server.uri()))
                .hasMessageContaining("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"keys\":{}}", "not json"})
    void refusesWhatIsNoKeySet(String body) {
        server.behave(request -> request.response().end(body));

        assertThatThrownBy(() -> fetch(loopback, server.uri())).isNotNull();
    }

    @Test
    void passesOverKeysThatCannotVerify() {
        server.answer(Forge.jwks(
                Forge.jwk("weak", Forge.rsa(1_024)),
                Forge.jwk("secret", Forge.ec()).put("kty", "oct").put("k", "AAAA"),
                Forge.jwk("encryption", Forge.ec()).put("use", "enc"),
                Forge.jwk("good", Forge.ec())));

        KeySet keys = fetch(loopback, server.uri());
        assertThat(keys.find("good")).isPresent();
        assertThat(Set.of("weak", "secret", "encryption"))
                .allMatch(id -> keys.find(id).isEmpty());
    }

    @Test
    void checksTheCertificateAgainstTheNameInTheUri() {
        SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
        int port = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate.keyCertOptions()))
                .requestHandler(request -> request.response().end(KEYS))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        JwksFetch trusting = new JwksFetch(
                vertx,
                policy(Duration.ofMinutes(1)),
                new HttpClientOptions().setTrustOptions(certificate.trustOptions()));

        assertThat(fetch(trusting, "https://localhost:" + port + "/keys").find("k"))
                .isPresent();
        assertThatThrownBy(() -> fetch(trusting, "https://127.0.0.1:" + port + "/keys"))
                .isNotNull();
        assertThatThrownBy(() -> fetch(loopback, "https://localhost:" + port + "/keys"))
                .isNotNull();
    }

    private static KeySet fetch(JwksFetch fetch, String uri) {
        try {
            return fetch.fetch(URI.create(uri))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause().getMessage()), e.getCause());
        }
    }
}
