package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "secret",
        description = "The secrets of a client, of which several may be valid.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ClientSecretCommand {

    private static final Table TABLE = new Table("id", "lastFour", "createdAt", "expiresAt");

    @Command(
            name = "add",
            description = "Adds a secret beside those that are valid; it is shown once.",
            mixinStandardHelpOptions = true)
    int add(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "CLIENT-ID") String id,
            @Option(names = "--expires-in-days", description = "Lifetime in days") Optional<Integer> days) {
        String path = tenant.path("oauth-clients", id) + "/secrets";
        return ClientCommand.issued(output, api.send("POST", path, Optional.of(Credentials.lifetime(days))));
    }

    @Command(
            name = "list",
            description = "Lists the secrets of a client by their last characters.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "CLIENT-ID") String id) {
        JsonNode clients = api.send("GET", tenant.path("oauth-clients"), Optional.empty());
        ObjectNode secrets = JsonNodeFactory.instance.objectNode();
        for (JsonNode client : clients.path("items")) {
            if (client.path("client_id").asText().equals(id)) {
                secrets.set("items", client.path("secrets"));
            }
        }
        if (secrets.isEmpty()) {
            throw new CommandFailure("There is no client " + id + " in this tenant.");
        }
        output.table(TABLE, secrets);
        return 0;
    }

    @Command(
            name = "remove",
            description = "Removes a secret and ends the tokens that were got with it.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "CLIENT-ID") String id,
            @Parameters(paramLabel = "SECRET-ID") String secret) {
        String path = tenant.path("oauth-clients", id) + "/secrets/" + AdminApi.segment(secret);
        output.say(api.send("DELETE", path, Optional.empty()), "Secret " + secret + " is removed.");
        return 0;
    }
}
