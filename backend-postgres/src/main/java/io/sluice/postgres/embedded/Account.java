package io.sluice.postgres.embedded;

import java.util.List;
import java.util.OptionalInt;

/** As whom, and how, the programs of PostgreSQL are started. PostgreSQL refuses to run as root. */
sealed interface Account {

    /** Put before every command. */
    List<String> prefix();

    /** To whom the cluster must belong when that is not this process' own user. */
    OptionalInt owner();

    /**
     * The server is a direct child of this process, in a session of its own so that Ctrl-C on the terminal does not reach it,
     * and the kernel asks it to shut down when this process ends in whatever way.
     *
     * @param serverPrefix put before the server's command
     */
    record Child(List<String> prefix, List<String> serverPrefix, OptionalInt owner) implements Account {
        public Child {
            prefix = List.copyOf(prefix);
            serverPrefix = List.copyOf(serverPrefix);
        }
    }

    /** Where the system cannot tie it to this process, pg_ctl starts the server; the next start stops one that was left. */
    record Daemon() implements Account {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public OptionalInt owner() {
            return OptionalInt.empty();
        }
    }
}
