package io.sluice.load;

import io.sluice.gateway.cli.CommandProvider;

/** Puts {@code sluice load} on the command line of the distribution. */
public final class LoadCommands implements CommandProvider {

    @Override
    public Object command() {
        return new LoadCommand();
    }
}
