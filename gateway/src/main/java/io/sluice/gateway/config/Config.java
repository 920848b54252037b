package io.sluice.gateway.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole configuration of a node, checked. */
public record Config(
        HttpConfig http,
        ManagementConfig management,
        Path dataDir,
        Optional<String> adminToken,
        List<String> encryptionSecrets,
        BackendConfig backends,
        CredentialConfig credentials,
        AccessConfig access,
        OidcConfig oidc,
        DispatchConfig dispatch,
        ScimConfig scim,
        LifecycleConfig lifecycle,
        ClusterConfig cluster,
        LoggingConfig logging,
        MetricsConfig metrics,
        TracingConfig tracing) {

    /** Of the directory that a start from nothing was given, too. */
    public static final ConfigKey<Path> DATA_DIR =
            ConfigKey.of("dataDir", Kind.path(), "./data", "Where the zero-configuration start keeps everything.");

    static final ConfigKey<Optional<String>> ADMIN_TOKEN = ConfigKey.secret(
            "adminToken",
            Kind.optionalText(),
            "The bearer of the administration API; `start` makes one if there is none.");

    static final ConfigKey<List<String>> ENCRYPTION_SECRETS = ConfigKey.secret(
            "encryptionSecrets",
            Kind.secrets(),
            "Encrypt the signing keys in the store: long random texts, the first encrypts and all decrypt."
                    + " Without them adminToken does.");

    static Config read(Settings settings) {
        return new Config(
                HttpConfig.read(settings),
                ManagementConfig.read(settings),
                settings.get(DATA_DIR),
                settings.get(ADMIN_TOKEN),
                settings.get(ENCRYPTION_SECRETS),
                BackendConfig.read(settings),
                CredentialConfig.read(settings),
                AccessConfig.read(settings),
                OidcConfig.read(settings),
                DispatchConfig.read(settings),
                ScimConfig.read(settings),
                LifecycleConfig.read(settings),
                ClusterConfig.read(settings),
                LoggingConfig.read(settings),
                MetricsConfig.read(settings),
                TracingConfig.read(settings));
    }

    /** Every key, in the order in which the documentation lists them; the sections of backends are theirs to describe. */
    public static List<ConfigKey<?>> keys() {
        return Stream.concat(own(), ClusterConfig.keys().stream()).toList();
    }

    private static Stream<ConfigKey<?>> own() {
        return Stream.of(
                DATA_DIR,
                ADMIN_TOKEN,
                ENCRYPTION_SECRETS,
                HttpConfig.HOST,
                HttpConfig.PORT,
                HttpConfig.PUBLIC_URL,
                HttpConfig.TRUST_FORWARDED,
                HttpConfig.MAX_HEADER,
                HttpConfig.MAX_REQUEST_LINE,
                HttpConfig.MAX_BODY,
                HttpConfig.MAX_BULK_BODY,
                HttpConfig.IDLE_TIMEOUT,
                HttpConfig.BODY_TIMEOUT,
                HttpConfig.H2C,
                HttpConfig.EVENT_LOOPS,
                ManagementConfig.HOST,
                ManagementConfig.PORT,
                BackendConfig.STANDARD,
                BackendConfig.CONTROL,
                CredentialConfig.TOKENS,
                CredentialConfig.LIFETIME,
                CredentialConfig.TRUST,
                AccessConfig.TOKEN_LIFETIME,
                AccessConfig.SECRET_LIFETIME,
                AccessConfig.SECRETS,
                AccessConfig.PRIVATE_HOSTS,
                AccessConfig.LOOPBACK,
                AccessConfig.ACTIVITY,
                AccessConfig.REQUESTS,
                AccessConfig.BODIES,
                AccessConfig.RETENTION,
                OidcConfig.ISSUER,
                OidcConfig.CLIENT_ID,
                OidcConfig.CLIENT_SECRET,
                OidcConfig.SCOPES,
                OidcConfig.NAME_CLAIM,
                OidcConfig.ROLE_CLAIM,
                OidcConfig.OPERATORS,
                OidcConfig.TENANTS,
                OidcConfig.SESSION,
                DispatchConfig.DEADLINE,
                DispatchConfig.TENANT_CONCURRENCY,
                DispatchConfig.BREAKER_FAILURES,
                DispatchConfig.BREAKER_PAUSE,
                ScimConfig.DEFAULT_PAGE,
                ScimConfig.MAX_PAGE,
                ScimConfig.MAX_BULK,
                ScimConfig.BULK_DEADLINE,
                ScimConfig.FILTER_LENGTH,
                ScimConfig.FILTER_DEPTH,
                ScimConfig.FILTER_TERMS,
                ScimConfig.CURSOR_LIFETIME,
                ScimConfig.CURSOR_KEY,
                ScimConfig.SCHEMAS,
                ScimConfig.TEXT_LENGTH,
                ScimConfig.MAX_VALUES,
                ScimConfig.ME_ATTRIBUTE,
                ScimConfig.ME_CLAIM,
                LifecycleConfig.DRAIN_DELAY,
                LoggingConfig.FORMAT,
                LoggingConfig.LEVEL,
                LoggingConfig.REQUESTS,
                MetricsConfig.TENANTS,
                TracingConfig.ENDPOINT,
                TracingConfig.RATIO);
    }
}
