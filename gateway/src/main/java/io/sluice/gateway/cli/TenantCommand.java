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
        name = "tenant",
        description = "Makes, lists, switches and sets up tenants.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TenantCommand {

    private static final Table TABLE = new Table("id", "name", "backend", "provisioningEnabled", "scimUrl");

    @Spec
    private CommandSpec spec;

    @Command(name = "create", description = "Makes a tenant.", mixinStandardHelpOptions = true)
    int create(
            @Mixin AdminApi api,
            @Parameters(paramLabel = "ID", description = "1 to 63 of a-z, 0-9 and -") String id,
            @Option(names = "--name", description = "A name for people") Optional<String> name,
            @Option(names = "--backend", description = "Where its resources are kept") Optional<String> backend,
            @Option(names = "--json", description = "Print JSON") boolean json) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", id);
        name.ifPresent(text -> body.put("name", text));
        backend.ifPresent(text -> body.put("backend", text));
        JsonNode tenant = api.send("POST", "/tenants", Optional.of(body));
        print(
                json,
                tenant,
                "Tenant " + id + " is there. Tenant URL: "
                        + tenant.path("scimUrl").asText());
        return 0;
    }

    @Command(name = "list", description = "Lists tenants.", mixinStandardHelpOptions = true)
    int list(@Mixin AdminApi api, @Option(names = "--json", description = "Print JSON") boolean json) {
        JsonNode tenants = api.send("GET", "/tenants?limit=1000", Optional.empty());
        if (json) {
            out().println(tenants.toPrettyString());
        } else {
            TABLE.print(out(), tenants.path("items"));
        }
        return 0;
    }

    @Command(name = "enable", description = "Switches provisioning on.", mixinStandardHelpOptions = true)
    int enable(@Mixin AdminApi api, @Mixin Output output, @Parameters(paramLabel = "ID") String id) {
        return provisioning(api, output, id, true);
    }

    @Command(
            name = "disable",
            description = "Switches provisioning off: identity providers are refused.",
            mixinStandardHelpOptions = true)
    int disable(@Mixin AdminApi api, @Mixin Output output, @Parameters(paramLabel = "ID") String id) {
        return provisioning(api, output, id, false);
    }

    /** Only what is named is changed. */
    @Command(
            name = "set",
            description = "Changes settings of a tenant; what is not named stays as it is.",
            mixinStandardHelpOptions = true)
    int set(
            @Mixin AdminApi api,
            @Mixin Output output,
            @Mixin TenantOptions settings,
            @Parameters(paramLabel = "ID") String id) {
        JsonNode body = settings.json();
        JsonNode tenant = api.send("PATCH", "/tenants/" + AdminApi.segment(id), Optional.of(body));
        output.say(tenant, "Tenant " + id + ": " + TenantOptions.sentence(tenant));
        return 0;
    }

    /** Removes everything; the id a second time says that this is meant. */
    @Command(
            name = "remove",
            description = "Removes a tenant with all of its users, groups and credentials.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin AdminApi api,
            @Mixin Output output,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--confirm", paramLabel = "ID", required = true, description = "The same id again")
                    String confirm) {
        String path = "/tenants/" + AdminApi.segment(id) + "?confirm=" + AdminApi.segment(confirm);
        api.send("DELETE", path, Optional.empty());
        output.say(JsonNodeFactory.instance.objectNode().put("removed", id), "Tenant " + id + " is removed.");
        return 0;
    }

    private static int provisioning(AdminApi api, Output output, String id, boolean on) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("provisioningEnabled", on);
        JsonNode tenant = api.send("PATCH", "/tenants/" + AdminApi.segment(id), Optional.of(body));
        output.say(tenant, "Provisioning of tenant " + id + " is " + (on ? "on." : "off."));
        return 0;
    }

    private void print(boolean json, JsonNode document, String sentence) {
        out().println(json ? document.toPrettyString() : sentence);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
