package io.sluice.gateway.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits of the protocol, which ServiceProviderConfig advertises.
 *
 * @param cursorKey signs cursors; all nodes of one service need the same, so without one cursors end with the process
 * @param schemas a directory with schemas and resource types beside the standard ones
 */
public record ScimConfig(
        int defaultPageSize,
        int maxPageSize,
        int maxBulkOperations,
        int filterLength,
        int filterDepth,
        int filterTerms,
        Duration cursorLifetime,
        Optional<String> cursorKey,
        Optional<Path> schemas) {

    static final ConfigKey<Integer> DEFAULT_PAGE = ConfigKey.of(
            "scim.defaultPageSize", Kind.integer(1, 10_000), "100", "Resources on a page when count is not given.");
    static final ConfigKey<Integer> MAX_PAGE = ConfigKey.of(
            "scim.maxPageSize",
            Kind.integer(1, 10_000),
            "1000",
            "Resources on a page at most, advertised as maxResults.");
    static final ConfigKey<Integer> MAX_BULK = ConfigKey.of(
            "scim.maxBulkOperations",
            Kind.integer(1, 100_000),
            "1000",
            "Operations in one bulk request, advertised as maxOperations; beyond it 413.");
    static final ConfigKey<Integer> FILTER_LENGTH =
            ConfigKey.of("scim.filterLength", Kind.integer(64, 65_536), "4096", "Characters of a filter.");
    static final ConfigKey<Integer> FILTER_DEPTH =
            ConfigKey.of("scim.filterDepth", Kind.integer(1, 100), "20", "Nesting of a filter.");
    static final ConfigKey<Integer> FILTER_TERMS =
            ConfigKey.of("scim.filterTerms", Kind.integer(1, 10_000), "64", "Comparisons in a filter.");
    static final ConfigKey<Duration> CURSOR_LIFETIME = ConfigKey.of(
            "scim.cursorLifetime",
            Kind.duration(Duration.ofMinutes(1), Duration.ofDays(7)),
            "1h",
            "How long a cursor can be used, advertised as cursorTimeout.");
    static final ConfigKey<Optional<String>> CURSOR_KEY = ConfigKey.secret(
            "scim.cursorKey",
            Kind.optionalText(),
            "Signs cursors; the same on all nodes. Without it cursors end when the process ends.");

    static final ConfigKey<Optional<Path>> SCHEMAS = ConfigKey.of(
            "scim.schemas",
            Kind.optionalDirectory(),
            "",
            "A directory of *.json: schemas and resource types beside the standard ones, as the discovery endpoints show them.");

    static ScimConfig read(Settings settings) {
        return new ScimConfig(
                settings.get(DEFAULT_PAGE),
                settings.get(MAX_PAGE),
                settings.get(MAX_BULK),
                settings.get(FILTER_LENGTH),
                settings.get(FILTER_DEPTH),
                settings.get(FILTER_TERMS),
                settings.get(CURSOR_LIFETIME),
                settings.get(CURSOR_KEY),
                settings.get(SCHEMAS));
    }
}
