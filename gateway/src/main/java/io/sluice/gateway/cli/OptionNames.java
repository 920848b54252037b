package io.sluice.gateway.cli;

import java.util.Map;
import java.util.regex.Pattern;

/** A refusal names settings as the API does; a person on the command line wants to read what they can type. */
final class OptionNames {

    private static final Map<String, String> OPTIONS = Map.of(
            "rateLimit", "--rate-limit",
            "auditRetentionDays", "--audit-retention",
            "overlapMinutes", "--overlap-minutes",
            "lastFour", "--last-four",
            "expiresInDays", "--expires-in-days");
    private static final Pattern FIELD = Pattern.compile("\"?\\b(" + String.join("|", OPTIONS.keySet()) + ")\\b\"?");

    private OptionNames() {}

    static String in(String refusal) {
        return FIELD.matcher(refusal).replaceAll(field -> OPTIONS.getOrDefault(field.group(1), field.group()));
    }
}
