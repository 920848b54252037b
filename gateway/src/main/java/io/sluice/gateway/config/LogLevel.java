package io.sluice.gateway.config;

/** From which severity on events are logged. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR
}
