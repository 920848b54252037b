package io.sluice.gateway.cli;

import io.sluice.gateway.config.ConfigException;
import io.sluice.gateway.start.StartException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints what went wrong: a sentence where one was foreseen, a stack trace where not. */
final class Failures implements IExecutionExceptionHandler {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult result) {
        PrintWriter err = commandLine.getErr();
        int code = switch (failure) {
            case ConfigException wrong -> {
                err.println("sluice: The configuration is refused:");
                wrong.problems().forEach(problem -> err.println("  " + problem.text()));
                yield WRONG_USAGE;
            }
            case StartException known -> said(err, known);
            case CommandFailure known -> said(err, known);
            default -> {
                failure.printStackTrace(err);
                yield FAILED;
            }
        };
        err.flush();
        return code;
    }

    private static int said(PrintWriter err, Exception known) {
        err.println("sluice: " + known.getMessage());
        return FAILED;
    }
}
