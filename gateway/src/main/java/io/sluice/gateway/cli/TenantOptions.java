package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The settings of a tenant as they are named on the command line. */
final class TenantOptions {

    private static final String NONE = "none";
    private static final String DEFAULT = "default";

    @Option(names = "--name", description = "A name for people")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--rate-limit",
            paramLabel = "N|none",
            description = "Requests per second on each node, at least 25; none takes the limit away")
    private Optional<String> rateLimit = Optional.empty();

    @Option(
            names = "--audit-retention",
            paramLabel = "DAYS|default",
            description = "How many days audit events are kept, 1 to 36500; default follows audit.retention")
    private Optional<String> auditRetention = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** What is to be changed; wrong usage when that is nothing. */
    JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        name.ifPresent(text -> json.put("name", text));
        rateLimit.ifPresent(text -> number(json, "rateLimit", "--rate-limit", text, NONE));
        auditRetention.ifPresent(text -> number(json, "auditRetentionDays", "--audit-retention", text, DEFAULT));
        if (json.isEmpty()) {
            throw wrong("Name at least one setting: --name, --rate-limit or --audit-retention.");
        }
        return json;
    }

    /** What the API calls null has words of its own here. */
    static CommandFailure inOptions(CommandFailure refusal) {
        return new CommandFailure(String.valueOf(refusal.getMessage())
                .replace("null for none", NONE)
                .replace("null for", DEFAULT + " for"));
    }

    static String sentence(JsonNode tenant) {
        JsonNode rate = tenant.path("rateLimit");
        JsonNode days = tenant.path("auditRetentionDays");
        return "name " + tenant.path("name").asText()
                + ", rate limit " + (rate.isNumber() ? rate.asText() + " per second" : NONE)
                + ", audit events kept " + (days.isNumber() ? days.asText() + " days" : "as long as the default says")
                + ".";
    }

    private void number(ObjectNode json, String field, String option, String text, String nothing) {
        if (text.equals(nothing)) {
            json.putNull(field);
        } else if (text.matches("[0-9]{1,9}")) {
            json.put(field, Integer.parseInt(text));
        } else {
            throw wrong(option + " takes a whole number or " + nothing + ", not " + text + ".");
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
