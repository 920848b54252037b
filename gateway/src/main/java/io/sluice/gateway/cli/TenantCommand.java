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
        name = "tenant",
        description = "Makes, lists, switches and sets up tenants.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TenantCommand {

    private static final Table TABLE = new Table("id", "name", "backend", "provisioningEnabled", "scimUrl");

    @Command(name = "create", description = "Makes a tenant.", mixinStandardHelpOptions = true)
    int create(
            @Mixin AdminApi api,
            @Mixin Output output,
            @Parameters(paramLabel = "ID", description = "1 to 63 of a-z, 0-9 and -") String id,
            @Option(names = "--name", description = "A name for people") Optional<String> name,
            @Option(names = "--backend", description = "Where its resources are kept") Optional<String> backend) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", id);
        name.ifPresent(text -> body.put("name", text));
        backend.ifPresent(text -> body.put("backend", text));
        JsonNode tenant = api.send("POST", "/tenants", Optional.of(body));
        output.say(
                tenant,
                "Tenant " + id + " is there. Tenant URL: "
                        + tenant.path("scimUrl").asText());
        return 0;
    }

    @Command(name = "list", description = "Lists tenants.", mixinStandardHelpOptions = true)
    int list(@Mixin AdminApi api, @Mixin Output output) {
        output.table(TABLE, api.send("GET", "/tenants?limit=1000", Optional.empty()));
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
        JsonNode tenant = changed(api, id, settings.json());
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
        api.send("DELETE", path(id) + "?confirm=" + AdminApi.segment(confirm), Optional.empty());
        output.say(JsonNodeFactory.instance.objectNode().put("removed", id), "Tenant " + id + " is removed.");
        return 0;
    }

    private static String path(String id) {
        return "/tenants/" + AdminApi.segment(id);
    }

    private static JsonNode changed(AdminApi api, String id, JsonNode body) {
        try {
            return api.send("PATCH", path(id), Optional.of(body));
        } catch (CommandFailure refusal) {
            throw TenantOptions.inOptions(refusal);
        }
    }

    private static int provisioning(AdminApi api, Output output, String id, boolean on) {
        JsonNode tenant = changed(api, id, JsonNodeFactory.instance.objectNode().put("provisioningEnabled", on));
        output.say(tenant, "Provisioning of tenant " + id + " is " + (on ? "on." : "off."));
        return 0;
    }
}
