package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "federation",
        description = "Workload identity: assertions of an issuer stand for a client.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ClientFederationCommand {

    @Command(name = "set", description = "Trusts an issuer's assertions.", mixinStandardHelpOptions = true)
    int set(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "CLIENT-ID") String id,
            @Option(names = "--issuer", required = true, description = "The iss of the assertions") String issuer,
            @Option(names = "--subject", required = true, description = "Their sub") String subject,
            @Option(names = "--audience", required = true, description = "Their aud") String audience,
            @Option(names = "--jwks-uri", required = true, description = "Where the issuer's keys are")
                    String jwksUri) {
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("issuer", issuer)
                .put("subject", subject)
                .put("audience", audience)
                .put("jwksUri", jwksUri);
        JsonNode changed = api.send("PUT", path(tenant, id), Optional.of(body));
        output.say(changed, "Assertions of " + issuer + " stand for client " + id + ".");
        return 0;
    }

    @Command(name = "remove", description = "Trusts no issuer any more.", mixinStandardHelpOptions = true)
    int remove(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin Output output,
            @Parameters(paramLabel = "CLIENT-ID") String id) {
        JsonNode nothing = api.send("DELETE", path(tenant, id), Optional.empty());
        output.say(nothing, "No assertions stand for client " + id + " any more.");
        return 0;
    }

    private static String path(OfTenant tenant, String id) {
        return tenant.path("oauth-clients", id) + "/federation";
    }
}
