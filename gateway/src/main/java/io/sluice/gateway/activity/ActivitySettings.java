package io.sluice.gateway.activity;

/**
 * @param enabled whether requests are remembered at all
 * @param perConnection how many of each connection, the newest ones
 * @param bodies whose bodies are kept
 * @param maxBody how many characters of a body are kept
 */
public record ActivitySettings(boolean enabled, int perConnection, BodyPolicy bodies, int maxBody) {

    public static final ActivitySettings DEFAULT = new ActivitySettings(true, 200, BodyPolicy.FAILURES, 4_096);
}
