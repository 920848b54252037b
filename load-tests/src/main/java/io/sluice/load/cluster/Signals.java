package io.sluice.load.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sends signals to processes that this one started, by their number. */
final class Signals {

    private Signals() {}

    static void send(String signal, long process) {
        send(signal, List.of(process));
    }

    /** To the process and all that it started. */
    static void sendToAll(String signal, ProcessHandle process) {
        List<Long> all = new ArrayList<>(List.of(process.pid()));
        process.descendants().map(ProcessHandle::pid).forEach(all::add);
        send(signal, all);
    }

    private static void send(String signal, List<Long> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process)));
        try {
            Process kill = new ProcessBuilder(command).inheritIO().start();
            kill.waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("kill cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
