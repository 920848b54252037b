package io.sluice.gateway.config;

/** How log lines look. */
public enum LogFormat {
    TEXT,
    JSON
}
