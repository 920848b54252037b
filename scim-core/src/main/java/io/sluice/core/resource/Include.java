package io.sluice.core.resource;

/**
 * What derived from memberships the answer needs.
 *
 * @param groups a user's groups
 * @param members a group's members
 */
public record Include(boolean groups, boolean members) {
    public static final Include ALL = new Include(true, true);
    public static final Include NOTHING = new Include(false, false);
}
