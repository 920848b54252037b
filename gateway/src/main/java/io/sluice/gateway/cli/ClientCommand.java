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
        name = "client",
        description = "Makes and rules over OAuth clients.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ClientCommand {

    private static final Table TABLE = new Table("client_id", "idp", "name", "state", "createdAt", "lastUsedAt");

    @Spec
    private CommandSpec spec;

    @Command(
            name = "create",
            description = "Makes a client; its secret is shown once.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Option(names = "--idp", defaultValue = "entra", description = "The vendor (default: ${DEFAULT-VALUE})")
                    String idp,
            @Option(names = "--name", description = "A name for people") Optional<String> name,
            @Option(names = "--expires-in-days", description = "Lifetime of the secret in days") Optional<Integer> days,
            @Option(names = "--json", description = "Print JSON") boolean json) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("idp", idp);
        name.ifPresent(text -> body.put("name", text));
        days.ifPresent(number -> body.put("expiresInDays", number));
        issued(json, api.send("POST", tenant.path(), Optional.of(body)));
        return 0;
    }

    @Command(name = "list", description = "Lists clients, without their secrets.", mixinStandardHelpOptions = true)
    int list(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Option(names = "--json", description = "Print JSON") boolean json) {
        JsonNode clients = api.send("GET", tenant.path(), Optional.empty());
        if (json) {
            out().println(clients.toPrettyString());
        } else {
            TABLE.print(out(), clients.path("items"));
        }
        return 0;
    }

    @Command(
            name = "secret",
            description = "Adds a secret beside those that are valid; it is shown once.",
            mixinStandardHelpOptions = true)
    int secret(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Parameters(paramLabel = "CLIENT-ID") String id,
            @Option(names = "--json", description = "Print JSON") boolean json) {
        issued(
                json,
                api.send("POST", tenant.path(id) + "/secrets", Optional.of(JsonNodeFactory.instance.objectNode())));
        return 0;
    }

    @Command(name = "remove", description = "Removes a client and ends its tokens.", mixinStandardHelpOptions = true)
    int remove(@Mixin AdminApi api, @Mixin OfTenant tenant, @Parameters(paramLabel = "CLIENT-ID") String id) {
        api.send("DELETE", tenant.path(id), Optional.empty());
        out().println("Client " + id + " is removed.");
        return 0;
    }

    private void issued(boolean json, JsonNode client) {
        if (json) {
            out().println(client.toPrettyString());
            return;
        }
        out().println("Client id      " + client.path("client_id").asText());
        out().println("Client secret  " + client.path("client_secret").asText());
        out().println("Token URL      " + client.path("tokenUrl").asText());
        out().println("Tenant URL     " + client.path("scimUrl").asText());
        out().println("The secret is shown this once.");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Which tenant's clients. */
    static final class OfTenant {

        @Option(names = "--tenant", defaultValue = "default", description = "Tenant (default: ${DEFAULT-VALUE})")
        private String tenant = "default";

        String path() {
            return "/tenants/" + AdminApi.segment(tenant) + "/oauth-clients";
        }

        String path(String id) {
            return path() + "/" + AdminApi.segment(id);
        }
    }
}
