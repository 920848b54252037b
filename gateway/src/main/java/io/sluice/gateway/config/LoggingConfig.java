package io.sluice.gateway.config;

/** The log, on standard error. */
public record LoggingConfig(LogFormat format, LogLevel level, boolean requests) {

    static final ConfigKey<LogFormat> FORMAT =
            ConfigKey.of("logging.format", Kind.oneOf(LogFormat.class), "text", "Lines for people or for machines.");
    static final ConfigKey<LogLevel> LEVEL = ConfigKey.of(
            "logging.level", Kind.oneOf(LogLevel.class), "info", "From which severity on events are logged.");
    static final ConfigKey<Boolean> REQUESTS = ConfigKey.of(
            "logging.requests",
            Kind.flag(),
            "false",
            "One line for each SCIM request: its id, tenant, route template, status and time; never what was sent.");

    static LoggingConfig read(Settings settings) {
        return new LoggingConfig(settings.get(FORMAT), settings.get(LEVEL), settings.get(REQUESTS));
    }
}
