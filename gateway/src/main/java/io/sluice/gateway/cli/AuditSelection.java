package io.sluice.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which events of the audit trail. */
final class AuditSelection {

    @Option(names = "--from", description = "Not before this time, such as 2026-01-31T08:00:00Z")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", description = "Before this time")
    private Optional<String> to = Optional.empty();

    @Option(names = "--action", description = "Such as \"SCIM Token Created\"")
    private Optional<String> action = Optional.empty();

    @Option(names = "--idp", description = "Vendor, or admin")
    private Optional<String> idp = Optional.empty();

    @Option(names = "--actor", description = "Who did it")
    private Optional<String> actor = Optional.empty();

    @Option(names = "--target", description = "Such as User/<id>")
    private Optional<String> target = Optional.empty();

    @Option(names = "--outcome", description = "success or failure")
    private Optional<String> outcome = Optional.empty();

    /** The query string, with a question mark unless it is empty. */
    String query(String first) {
        List<String> parts = new ArrayList<>();
        if (!first.isEmpty()) {
            parts.add(first);
        }
        add(parts, "from", from);
        add(parts, "to", to);
        add(parts, "action", action);
        add(parts, "idp", idp);
        add(parts, "actor", actor);
        add(parts, "target", target);
        add(parts, "outcome", outcome);
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, Optional<String> value) {
        value.ifPresent(text -> parts.add(name + "=" + AdminApi.segment(text)));
    }
}
