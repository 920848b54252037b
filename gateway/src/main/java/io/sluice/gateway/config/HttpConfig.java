package io.sluice.gateway.config;

import java.time.Duration;
import java.util.Optional;

/**
 * The HTTP ports and their limits; sizes in bytes.
 *
 * @param publicUrl what clients call this service from outside; without it the {@code Host} header of each request
 * @param trustForwarded whether {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} are believed
 * @param eventLoops threads that serve requests
 */
public record HttpConfig(
        String host,
        int port,
        Optional<String> publicUrl,
        boolean trustForwarded,
        int maxHeader,
        int maxRequestLine,
        int maxBody,
        int maxBulkBody,
        Duration idleTimeout,
        Duration bodyTimeout,
        boolean h2c,
        int eventLoops) {

    static final ConfigKey<String> HOST =
            ConfigKey.of("http.host", Kind.text(), "0.0.0.0", "Address that the main port listens on.");
    static final ConfigKey<Integer> PORT = ConfigKey.of(
            "http.port",
            Kind.integer(0, 65_535),
            "8080",
            "Main port: SCIM, administration, portal; 0 takes a free one.");
    static final ConfigKey<Optional<String>> PUBLIC_URL = ConfigKey.of(
            "http.publicUrl",
            Kind.publicUrl(),
            "",
            "What clients call this service; it begins every location. Without it the Host header of the request does.");
    static final ConfigKey<Boolean> TRUST_FORWARDED = ConfigKey.of(
            "http.trustForwarded",
            Kind.flag(),
            "false",
            "Believe X-Forwarded-For, X-Forwarded-Proto and X-Forwarded-Host; only behind a proxy that sets them.");
    static final ConfigKey<Integer> MAX_HEADER = ConfigKey.of(
            "http.maxHeader", Kind.bytes(4 << 10, 1 << 20), "16KiB", "Largest request header; beyond it 431.");
    static final ConfigKey<Integer> MAX_REQUEST_LINE = ConfigKey.of(
            "http.maxRequestLine", Kind.bytes(1 << 10, 1 << 20), "8KiB", "Longest request line; beyond it 414.");
    static final ConfigKey<Integer> MAX_BODY = ConfigKey.of(
            "http.maxBody", Kind.bytes(1 << 10, 256 << 20), "1MiB", "Largest request body; beyond it 413.");
    static final ConfigKey<Integer> MAX_BULK_BODY = ConfigKey.of(
            "http.maxBulkBody",
            Kind.bytes(1 << 10, 256 << 20),
            "8MiB",
            "Largest body of a bulk request, advertised as maxPayloadSize; beyond it 413.");
    static final ConfigKey<Duration> IDLE_TIMEOUT = ConfigKey.of(
            "http.idleTimeout",
            Kind.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
            "30s",
            "A connection on which nothing moves for this long is closed, unless its client waits for an answer.");
    static final ConfigKey<Duration> BODY_TIMEOUT = ConfigKey.of(
            "http.bodyTimeout",
            Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
            "10s",
            "A request body must be complete after this long, however steadily it drips.");
    static final ConfigKey<Boolean> H2C =
            ConfigKey.of("http.h2c", Kind.flag(), "false", "HTTP/2 without TLS, for a proxy that speaks it.");
    static final ConfigKey<Integer> EVENT_LOOPS = ConfigKey.of(
            "http.eventLoops",
            Kind.integer(0, 256),
            "0",
            "Threads that serve requests; 0 takes half of the processors, which is best when PostgreSQL has the rest.");

    static HttpConfig read(Settings settings) {
        int loops = settings.get(EVENT_LOOPS);
        return new HttpConfig(
                settings.get(HOST),
                settings.get(PORT),
                settings.get(PUBLIC_URL),
                settings.get(TRUST_FORWARDED),
                settings.get(MAX_HEADER),
                settings.get(MAX_REQUEST_LINE),
                settings.get(MAX_BODY),
                settings.get(MAX_BULK_BODY),
                settings.get(IDLE_TIMEOUT),
                settings.get(BODY_TIMEOUT),
                settings.get(H2C),
                loops == 0 ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : loops);
    }
}
