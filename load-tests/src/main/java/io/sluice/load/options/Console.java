package io.sluice.load.options;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a command speaks to whoever gave it. It has no options; picocli mixes in nothing without an annotation. */
@Command
public final class Console {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Prints a line, which is seen at once. */
    public void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    /** To be thrown: the command ends with 2 and shows this and how it is used. */
    public ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
