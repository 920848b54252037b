package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description = "Checks the audit trail.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    @Spec
    private CommandSpec spec;

    /** Exit code 1 when an entry is not as it was sealed. */
    @Command(
            name = "verify",
            description = "Checks that no entry was changed, removed or added since it was sealed.",
            mixinStandardHelpOptions = true)
    int verify(
            @Mixin AdminApi api,
            @Option(names = "--tenant", defaultValue = "default", description = "Tenant (default: ${DEFAULT-VALUE})")
                    String tenant,
            @Option(names = "--system", description = "The trail of what concerns no tenant") boolean system,
            @Option(names = "--json", description = "Print JSON") boolean json) {
        String path = system ? "/audit/verification" : "/tenants/" + AdminApi.segment(tenant) + "/audit/verification";
        JsonNode found = api.send("GET", path, Optional.empty());
        boolean intact = found.path("intact").asBoolean();
        if (json) {
            out().println(found.toPrettyString());
        } else {
            print(found, intact);
        }
        return intact ? 0 : 1;
    }

    private void print(JsonNode found, boolean intact) {
        out().println(found.path("verified").asLong() + " entries are as they were sealed, "
                + found.path("unsealed").asLong() + " are too young to be sealed.");
        if (intact) {
            out().println("The trail is intact. Its last hash: "
                    + found.path("head").asText("none yet"));
        } else {
            out().println("The trail was tampered with. First bad entry: "
                    + found.path("firstBad").asText());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
