package io.sluice.load.cluster;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints what was seen, and in the end whether it was what had to be. */
final class Verdict {

    private static final int SHOWN = 5;

    private final PrintWriter out;
    private final List<String> faults = new ArrayList<>();

    Verdict(PrintWriter out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void require(boolean holds, String what) {
        if (!holds) {
            faults.add(what);
            say("  FAULT: " + what);
        }
    }

    /** What happened to requests between two looks at the load. */
    void requests(String event, Load load, int doneBefore, int failuresBefore, int refusalsBefore) {
        int failed = load.failures().size() - failuresBefore;
        say("%s: %d requests, %d failed, %d answered 503 with Retry-After, longest delay %d ms%s"
                .formatted(
                        event,
                        load.done() - doneBefore,
                        failed,
                        load.later() - refusalsBefore,
                        load.longestMillis(),
                        load.repeated() == 0 ? "" : ", " + load.repeated() + " repeated by the client so far"));
        if (failed > 0) {
            load.failures().stream().skip(failuresBefore).limit(SHOWN).forEach(failure -> say("  " + failure));
        }
        require(failed == 0, event + ": " + failed + " requests failed");
    }

    /** 0 when everything was as it had to be. */
    int exitCode() {
        say(faults.isEmpty() ? "VERDICT: passed" : "VERDICT: failed\n  " + String.join("\n  ", faults));
        return faults.isEmpty() ? 0 : 1;
    }
}
