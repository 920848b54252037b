package io.sluice.gateway.cli;

/** Found by {@link java.util.ServiceLoader}: adds a subcommand that lives in another module of the distribution. */
public interface CommandProvider {

    /** An object of a class with picocli's {@code @Command}, which gives the name. */
    Object command();
}
