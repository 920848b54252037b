package io.sluice.core.backend;

/**
 * A key of a backend's section in the configuration, for the documentation.
 *
 * @param fallback the default as one would write it; empty for none
 */
public record SettingKey(String name, String fallback, String description) {}
