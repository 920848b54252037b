package io.sluice.gateway.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits of the protocol, which ServiceProviderConfig advertises.
 *
 * @param bulkDeadline for how long operations of one bulk request begin
 * @param maxTextLength characters of one text in the body of a write
 * @param maxValues values of one attribute in the body of a write, members apart
 * @param cursorKey signs cursors; all nodes of one service need the same, so without one cursors end with the process
 * @param meAttribute which user {@code /Me} is
 * @param meClaim the claim of a trusted issuer's access token that is its subject
 * @param schemas a directory with schemas and resource types beside the standard ones
 */
public record ScimConfig(
        int defaultPageSize,
        int maxPageSize,
        int maxBulkOperations,
        Duration bulkDeadline,
        int filterLength,
        int filterDepth,
        int filterTerms,
        int maxTextLength,
        int maxValues,
        Duration cursorLifetime,
        Optional<String> cursorKey,
        Optional<Path> schemas,
        SubjectAttribute meAttribute,
        String meClaim) {

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
    static final ConfigKey<Duration> BULK_DEADLINE = ConfigKey.of(
            "scim.bulkDeadline",
            Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
            "20s",
            "Operations of a bulk request that have not begun after this long are not attempted and answered 503.");
    static final ConfigKey<Integer> FILTER_LENGTH =
            ConfigKey.of("scim.filterLength", Kind.integer(64, 65_536), "4096", "Characters of a filter.");
    static final ConfigKey<Integer> FILTER_DEPTH =
            ConfigKey.of("scim.filterDepth", Kind.integer(1, 100), "20", "Nesting of a filter.");
    static final ConfigKey<Integer> FILTER_TERMS =
            ConfigKey.of("scim.filterTerms", Kind.integer(1, 10_000), "64", "Comparisons in a filter.");
    static final ConfigKey<Integer> TEXT_LENGTH = ConfigKey.of(
            "scim.maxTextLength",
            Kind.integer(1_024, 16_777_216),
            "65536",
            "Characters of one text in the body of a write; a longer one is refused with 400.");
    static final ConfigKey<Integer> MAX_VALUES = ConfigKey.of(
            "scim.maxValues",
            Kind.integer(16, 10_000),
            "1000",
            "Values of one attribute in a POST, a PUT or an operation of a PATCH, members of groups apart; more are refused with 400.");
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

    static final ConfigKey<SubjectAttribute> ME_ATTRIBUTE = ConfigKey.of(
            "scim.meAttribute",
            Kind.oneOf(SubjectAttribute.class),
            "none",
            "The attribute of a user that equals the subject of a credential; /Me is that user. With none /Me answers 501.");
    static final ConfigKey<String> ME_CLAIM = ConfigKey.of(
            "scim.meClaim",
            Kind.text(),
            "sub",
            "The claim of a trusted issuer's access token that is its subject; of other credentials it is their id.");

    static ScimConfig read(Settings settings) {
        return new ScimConfig(
                settings.get(DEFAULT_PAGE),
                settings.get(MAX_PAGE),
                settings.get(MAX_BULK),
                settings.get(BULK_DEADLINE),
                settings.get(FILTER_LENGTH),
                settings.get(FILTER_DEPTH),
                settings.get(FILTER_TERMS),
                settings.get(TEXT_LENGTH),
                settings.get(MAX_VALUES),
                settings.get(CURSOR_LIFETIME),
                settings.get(CURSOR_KEY),
                settings.get(SCHEMAS),
                settings.get(ME_ATTRIBUTE),
                settings.get(ME_CLAIM));
    }
}
