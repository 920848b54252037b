package io.sluice.gateway.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line and what would be right; the exit code is 2. */
final class WrongUsage implements IParameterExceptionHandler {

    private final IParameterExceptionHandler standard;

    /**
     * @param standard for everything but a command that there is not
     */
    WrongUsage(IParameterExceptionHandler standard) {
        this.standard = standard;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) throws Exception {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        if (!(wrong instanceof UnmatchedArgumentException unmatched) || !namesNoCommand(unmatched, command)) {
            return standard.handleParseException(wrong, arguments);
        }
        PrintWriter err = wrong.getCommandLine().getErr();
        String name = command.qualifiedName();
        err.println("sluice: " + name + " has no command \""
                + unmatched.getUnmatched().getFirst() + "\"." + meant(unmatched) + " There are: "
                + String.join(", ", command.subcommands().keySet()) + ".");
        err.println("What they do: ./" + name + " --help");
        err.flush();
        return command.exitCodeOnInvalidInput();
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
