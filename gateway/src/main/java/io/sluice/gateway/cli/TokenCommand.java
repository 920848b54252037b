package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = "Generates and rules over provisioning tokens.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TokenCommand {

    private static final Table TABLE =
            new Table("id", "idp", "name", "lastFour", "state", "createdAt", "expiresAt", "lastUsedAt");

    @Spec
    private CommandSpec spec;

    @Command(name = "generate", description = "Makes a token; its text is shown once.", mixinStandardHelpOptions = true)
    int generate(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Option(
                            names = "--idp",
                            defaultValue = "generic",
                            description = "entra, okta, onelogin, jumpcloud, pingone, google, sailpoint or generic")
                    String idp,
            @Option(names = "--name", description = "A name for people") Optional<String> name,
            @Option(names = "--expires-in-days", description = "Lifetime in days") Optional<Integer> days,
            @Option(names = "--json", description = "Print JSON") boolean json) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("idp", idp);
        name.ifPresent(text -> body.put("name", text));
        days.ifPresent(number -> body.put("expiresInDays", number));
        issued(json, api.send("POST", tenant.path(), Optional.of(body)));
        return 0;
    }

    @Command(name = "list", description = "Lists tokens, without their texts.", mixinStandardHelpOptions = true)
    int list(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Option(names = "--json", description = "Print JSON") boolean json) {
        JsonNode tokens = api.send("GET", tenant.path(), Optional.empty());
        if (json) {
            out().println(tokens.toPrettyString());
        } else {
            TABLE.print(out(), tokens.path("items"));
        }
        return 0;
    }

    @Command(name = "activate", description = "Sets a token to active.", mixinStandardHelpOptions = true)
    int activate(@Mixin AdminApi api, @Mixin OfTenant tenant, @Parameters(paramLabel = "TOKEN-ID") String id) {
        return state(api, tenant, id, "active");
    }

    @Command(name = "deactivate", description = "Sets a token to inactive.", mixinStandardHelpOptions = true)
    int deactivate(@Mixin AdminApi api, @Mixin OfTenant tenant, @Parameters(paramLabel = "TOKEN-ID") String id) {
        return state(api, tenant, id, "inactive");
    }

    @Command(name = "renew", description = "Gives a token a new text and expiry.", mixinStandardHelpOptions = true)
    int renew(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Parameters(paramLabel = "TOKEN-ID") String id,
            @Option(
                            names = "--overlap-minutes",
                            defaultValue = "0",
                            description = "How long the old text works on (default: ${DEFAULT-VALUE})")
                    int overlap,
            @Option(names = "--json", description = "Print JSON") boolean json) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("overlapMinutes", overlap);
        issued(json, api.send("POST", tenant.path(id) + "/renew", Optional.of(body)));
        return 0;
    }

    @Command(name = "remove", description = "Removes a token.", mixinStandardHelpOptions = true)
    int remove(@Mixin AdminApi api, @Mixin OfTenant tenant, @Parameters(paramLabel = "TOKEN-ID") String id) {
        api.send("DELETE", tenant.path(id), Optional.empty());
        out().println("Token " + id + " is removed.");
        return 0;
    }

    private int state(AdminApi api, OfTenant tenant, String id, String state) {
        api.send(
                "PATCH",
                tenant.path(id),
                Optional.of(JsonNodeFactory.instance.objectNode().put("state", state)));
        out().println("Token " + id + " is " + state + ".");
        return 0;
    }

    private void issued(boolean json, JsonNode token) {
        if (json) {
            out().println(token.toPrettyString());
            return;
        }
        out().println("Token       " + token.path("token").asText());
        out().println("Tenant URL  " + token.path("scimUrl").asText());
        out().println("Expires     " + token.path("expiresAt").asText());
        out().println("The token is shown this once. Its id is "
                + token.path("id").asText() + ".");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Which tenant's tokens. */
    static final class OfTenant {

        @Option(names = "--tenant", defaultValue = "default", description = "Tenant (default: ${DEFAULT-VALUE})")
        private String tenant = "default";

        String path() {
            return "/tenants/" + AdminApi.segment(tenant) + "/tokens";
        }

        String path(String id) {
            return path() + "/" + AdminApi.segment(id);
        }
    }
}
