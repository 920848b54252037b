package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.start.DataDirectory;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs commands against a gateway as somebody at a terminal would. */
final class Shell {

    /** What a command left. */
    record Done(int code, String out, String err) {

        /** What a program reads: nothing but the document. */
        JsonNode json() {
            return StrictJson.parse(Buffer.buffer(out));
        }
    }

    private final String url;
    private final Path data;

    /**
     * @param data a directory of its own, in which the administration token is put
     */
    Shell(String url, Path data) {
        this.url = url;
        this.data = data;
        try {
            Files.writeString(data.resolve(DataDirectory.ADMIN_TOKEN), Gateway.ADMIN_TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Done run(String... arguments) {
        return run(new StringWriter(), arguments);
    }

    /**
     * @param err sees what is said there at the moment it is said
     */
    Done run(Writer err, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", url, "--data-dir", data.toString()));
        int code = commandLine.execute(all.toArray(String[]::new));
        return new Done(code, out.toString(), err.toString());
    }
}
