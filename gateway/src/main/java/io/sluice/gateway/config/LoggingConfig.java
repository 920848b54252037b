package io.sluice.gateway.config;

/** The log, on standard error. */
public record LoggingConfig(LogFormat format, LogLevel level) {

    static final ConfigKey<LogFormat> FORMAT =
            ConfigKey.of("logging.format", Kind.oneOf(LogFormat.class), "text", "Lines for people or for machines.");
    static final ConfigKey<LogLevel> LEVEL = ConfigKey.of(
            "logging.level", Kind.oneOf(LogLevel.class), "info", "From which severity on events are logged.");

    static LoggingConfig read(Settings settings) {
        return new LoggingConfig(settings.get(FORMAT), settings.get(LEVEL));
    }
}
