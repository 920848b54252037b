package io.sluice.gateway.config;

import java.util.Locale;

/**
 * One key of the configuration.
 *
 * @param path as it stands in the file, dots for nesting
 * @param kind what its values look like, for the documentation and error texts
 * @param fallback the default as one would write it; empty for none
 * @param secret whether the value is masked wherever it is shown
 */
public record ConfigKey<T>(String path, Kind<T> kind, String fallback, boolean secret, String description) {

    public static <T> ConfigKey<T> of(String path, Kind<T> kind, String fallback, String description) {
        return new ConfigKey<>(path, kind, fallback, false, description);
    }

    public static <T> ConfigKey<T> secret(String path, Kind<T> kind, String description) {
        return new ConfigKey<>(path, kind, "", true, description);
    }

    /** The environment variable that overrides the file: {@code http.maxBody} is {@code SLUICE_HTTP_MAX_BODY}. */
    public String variable() {
        return variable(path);
    }

    static String variable(String path) {
        String words = path.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('.', '_');
        return ConfigReader.PREFIX + words.toUpperCase(Locale.ROOT);
    }
}
