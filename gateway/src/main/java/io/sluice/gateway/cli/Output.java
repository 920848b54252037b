package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command says: sentences and tables for people, or the gateway's own JSON for programs. */
final class Output {

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    void table(Table table, JsonNode listing) {
        if (json) {
            json(listing);
        } else {
            table.print(out(), listing.path("items"));
        }
    }

    /** The sentences, each on a line of its own. */
    void say(JsonNode document, String... sentences) {
        if (json) {
            json(document);
        } else {
            for (String sentence : sentences) {
                out().println(sentence);
            }
        }
    }

    private void json(JsonNode document) {
        out().println(document.toPrettyString());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
