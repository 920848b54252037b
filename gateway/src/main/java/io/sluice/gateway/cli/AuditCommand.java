package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description = "Shows, exports and checks the audit trail.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    @Spec
    private CommandSpec spec;

    private static final Table TABLE = new Table("time", "action", "idp", "actor", "target", "outcome");

    @Command(name = "list", description = "Shows the newest events first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin AuditSelection selection,
            @Mixin Output output,
            @Option(names = "--limit", defaultValue = "50", description = "How many (default: ${DEFAULT-VALUE})")
                    int limit) {
        String path = tenant.path("audit") + selection.query("limit=" + limit);
        output.table(TABLE, api.send("GET", path, Optional.empty()));
        return 0;
    }

    @Command(
            name = "export",
            description = "Writes all events, newest first, as CSV or as one JSON document per line.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin AdminApi api,
            @Mixin OfTenant tenant,
            @Mixin AuditSelection selection,
            @Option(names = "--format", defaultValue = "csv", description = "csv or ndjson (default: ${DEFAULT-VALUE})")
                    Format format,
            @Option(names = "--output", description = "File, which must not exist; the standard output without it")
                    Optional<Path> file)
            throws IOException {
        String path = tenant.path("audit") + selection.query("");
        if (file.isEmpty()) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            api.copy(path, format.mediaType, text);
            out().print(text.toString(StandardCharsets.UTF_8));
            out().flush();
            return 0;
        }
        try (OutputStream target = Files.newOutputStream(file.get(), StandardOpenOption.CREATE_NEW)) {
            api.copy(path, format.mediaType, target);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure("The file " + file.get() + " exists already.");
        }
        return 0;
    }

    /** How events are written. */
    enum Format {
        csv("text/csv"),
        ndjson("application/x-ndjson");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }
    }

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
        JsonNode beginning = found.path("beginning");
        if (beginning.isObject()) {
            out().println("The chain begins with block "
                    + beginning.path("block").asLong()
                    + ": entries up to " + beginning.path("removedUpTo").asText()
                    + " were too old to be kept.");
        }
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
