package io.sluice.load.scenario;

/**
 * How large a run is, the same for each of its tenants.
 *
 * @param users how many
 * @param groups how many; sizes follow Zipf's law
 * @param largestGroup members of the largest group, at most as many as there are users
 * @param cycles of an incremental scenario
 * @param bulk operations in one bulk request
 * @param seed the same seed makes the same people, memberships and changes
 */
public record Scale(int users, int groups, int largestGroup, int cycles, int bulk, long seed) {

    public Scale {
        if (users < 1 || groups < 0 || cycles < 1 || bulk < 1) {
            throw new IllegalArgumentException("users, cycles and bulk take 1 or more, groups 0 or more");
        }
        largestGroup = Math.max(1, Math.min(users, largestGroup));
    }

    /** Groups and memberships as a company of that many people has them. */
    public static Scale of(int users) {
        return new Scale(users, Math.max(1, users / 50), Math.max(1, users / 5), 3, 500, 1);
    }

    public Scale withSeed(long other) {
        return new Scale(users, groups, largestGroup, cycles, bulk, other);
    }

    /** How many users change in one cycle: one in a hundred. */
    public int changes() {
        return Math.max(1, users / 100);
    }
}
