package io.sluice.gateway.config;

/** The management port: probes, metrics, info. */
public record ManagementConfig(String host, int port) {

    /** Probes and Prometheus come from other machines, except to a gateway started to be tried out. */
    public static final ConfigKey<String> HOST = ConfigKey.of(
            "management.host",
            Kind.text(),
            "0.0.0.0",
            "Address that the management port listens on; `start` takes 127.0.0.1 unless this is set.");

    static final ConfigKey<Integer> PORT =
            ConfigKey.of("management.port", Kind.integer(0, 65_535), "9000", "Management port; 0 takes a free one.");

    static ManagementConfig read(Settings settings) {
        return new ManagementConfig(settings.get(HOST), settings.get(PORT));
    }
}
