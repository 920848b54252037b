package io.sluice.gateway.start;

/**
 * How a node runs.
 *
 * @param clustered whether it joins other nodes; a node alone has every role
 * @param patient whether it waits for its stores until they are there, or gives up after a minute
 * @param administrated whether it sees to it, before it serves, that somebody can log in to the portal
 */
public record NodeMode(Role role, boolean clustered, boolean patient, boolean administrated) {

    /** A node that needs no other. */
    public static final NodeMode ALONE = new NodeMode(Role.ALL, false, false, false);
}
