package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = "Generates and rules over provisioning tokens.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TokenCommand {

    private static final Credentials TOKENS = new Credentials(
            "tokens",
            "Token",
            new Table("id", "idp", "name", "lastFour", "state", "createdAt", "expiresAt", "lastUsedAt"));

    @Command(name = "generate", description = "Makes a token; its text is shown once.", mixinStandardHelpOptions = true)
    int generate(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Option(
                            names = "--idp",
                            defaultValue = "generic",
                            description = "entra, okta, onelogin, jumpcloud, pingone, google, sailpoint or generic")
                    String idp,
            @Option(names = "--name", description = "A name for people") Optional<String> name,
            @Option(names = "--expires-in-days", description = "Lifetime in days") Optional<Integer> days) {
        return issued(output, tenant, TOKENS.make(api, tenant, Credentials.wanted(idp, name, days)));
    }

    @Command(name = "list", description = "Lists tokens, without their texts.", mixinStandardHelpOptions = true)
    int list(@Mixin AdminApi api, @Mixin OfTenant tenant, @Mixin Output output) {
        return TOKENS.list(api, tenant, output);
    }

    @Command(name = "activate", description = "Sets a token to active.", mixinStandardHelpOptions = true)
    int activate(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "TOKEN-ID") String id) {
        return TOKENS.setState(api, tenant, output, id, "active");
    }

    @Command(name = "deactivate", description = "Sets a token to inactive.", mixinStandardHelpOptions = true)
    int deactivate(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "TOKEN-ID") String id) {
        return TOKENS.setState(api, tenant, output, id, "inactive");
    }

    @Command(name = "renew", description = "Gives a token a new text and expiry.", mixinStandardHelpOptions = true)
    int renew(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "TOKEN-ID") String id,
            @Option(
                            names = "--overlap-minutes",
                            description =
                                    "How long the old text works on beside the new one, and earlier ones until their"
                                            + " promised ends; 0 ends all of them. Must be said while an earlier text works;"
                                            + " otherwise 0 when left out")
                    Optional<Integer> overlap,
            @Option(
                            names = "--last-four",
                            description = "Renew only if the text still ends in these characters, as 'token list' shows"
                                    + " them")
                    Optional<String> lastFour,
            @Option(names = "--expires-in-days", description = "Lifetime in days") Optional<Integer> days) {
        ObjectNode body = Credentials.lifetime(days);
        overlap.ifPresent(minutes -> body.put("overlapMinutes", minutes));
        lastFour.ifPresent(text -> body.put("lastFour", text));
        return issued(output, tenant, api.send("POST", tenant.path("tokens", id) + "/renew", Optional.of(body)));
    }

    @Command(name = "remove", description = "Removes a token.", mixinStandardHelpOptions = true)
    int remove(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "TOKEN-ID") String id) {
        return TOKENS.remove(api, tenant, output, id);
    }

    private static int issued(Output output, OfTenant tenant, JsonNode token) {
        String id = token.path("id").asText();
        List<String> lines = new ArrayList<>(List.of(
                "Token       " + token.path("token").asText(),
                "Tenant URL  " + token.path("scimUrl").asText(),
                "Expires     " + token.path("expiresAt").asText(),
                "The token is shown this once. Its id is " + id + "."));
        if (token.path("state").asText().equals("inactive")) {
            lines.add("It is inactive, as it was before, and is refused until it is set to active: "
                    + "./sluice token activate --tenant " + tenant.id() + " " + id);
        }
        output.say(token, lines.toArray(String[]::new));
        return 0;
    }
}
