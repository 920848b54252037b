package io.sluice.gateway.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line and what would be right; the exit code is 2. */
final class WrongUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        PrintWriter err = wrong.getCommandLine().getErr();
        if (wrong instanceof UnmatchedArgumentException unmatched && namesNoCommand(unmatched, command)) {
            sayCommands(err, unmatched, command);
        } else {
            err.println("sluice: " + wrong.getMessage());
            if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
                wrong.getCommandLine().usage(err);
            }
        }
        err.flush();
        return command.exitCodeOnInvalidInput();
    }

    private static void sayCommands(PrintWriter err, UnmatchedArgumentException unmatched, CommandSpec command) {
        String name = command.qualifiedName();
        err.println("sluice: " + name + " has no command \""
                + unmatched.getUnmatched().getFirst() + "\"." + meant(unmatched) + " There are: "
                + String.join(", ", command.subcommands().keySet()) + ".");
        err.println("What they do: ./" + name + " --help");
    }

    private static boolean namesNoCommand(UnmatchedArgumentException unmatched, CommandSpec command) {
        return !command.subcommands().isEmpty()
                && !unmatched.getUnmatched().isEmpty()
                && !unmatched.getUnmatched().getFirst().startsWith("-");
    }

    private static String meant(UnmatchedArgumentException unmatched) {
        List<String> alike = unmatched.getSuggestions();
        return alike.isEmpty() ? "" : " Did you mean " + String.join(" or ", alike) + "?";
    }
}
