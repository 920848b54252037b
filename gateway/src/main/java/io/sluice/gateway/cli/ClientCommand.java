package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "client",
        description = "Makes and rules over OAuth clients.",
        mixinStandardHelpOptions = true,
        subcommands = {ClientSecretCommand.class, ClientFederationCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class ClientCommand {

    static final Credentials CLIENTS = new Credentials(
            "oauth-clients", "Client", new Table("client_id", "idp", "name", "state", "createdAt", "lastUsedAt"));

    @Command(
            name = "create",
            description = "Makes a client; its secret is shown once.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Option(names = "--idp", defaultValue = "entra", description = "The vendor (default: ${DEFAULT-VALUE})")
                    String idp,
            @Option(names = "--name", description = "A name for people") Optional<String> name,
            @Option(names = "--expires-in-days", description = "Lifetime of the secret in days")
                    Optional<Integer> days) {
        return issued(output, CLIENTS.make(api, tenant, Credentials.wanted(idp, name, days)));
    }

    @Command(name = "list", description = "Lists clients, without their secrets.", mixinStandardHelpOptions = true)
    int list(@Mixin AdminApi api, @Mixin OfTenant tenant, @Mixin Output output) {
        return CLIENTS.list(api, tenant, output);
    }

    @Command(name = "activate", description = "Sets a client to active.", mixinStandardHelpOptions = true)
    int activate(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "CLIENT-ID") String id) {
        return CLIENTS.setState(api, tenant, output, id, "active");
    }

    @Command(
            name = "deactivate",
            description = "Sets a client to inactive; its tokens stop working.",
            mixinStandardHelpOptions = true)
    int deactivate(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "CLIENT-ID") String id) {
        return CLIENTS.setState(api, tenant, output, id, "inactive");
    }

    @Command(name = "remove", description = "Removes a client and ends its tokens.", mixinStandardHelpOptions = true)
    int remove(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "CLIENT-ID") String id) {
        return CLIENTS.remove(api, tenant, output, id);
    }

    static int issued(Output output, JsonNode client) {
        output.say(
                client,
                "Client id      " + client.path("client_id").asText(),
                "Client secret  " + client.path("client_secret").asText(),
                "Token URL      " + client.path("tokenUrl").asText(),
                "Tenant URL     " + client.path("scimUrl").asText(),
                "The secret is shown this once.");
        return 0;
    }
}
