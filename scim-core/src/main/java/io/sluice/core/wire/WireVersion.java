package io.sluice.core.wire;

import java.util.OptionalInt;

/**
 * The versions of the form on the wire. A node reads every version from {@link #OLDEST} on and writes to each peer the newest one
 * that both of them know, so that nodes of two releases work side by side while one replaces the other.
 *
 * <ul>
 *   <li>1: requests and replies.
 *   <li>2: a reply also says how many requests the instance has in flight, so that who chooses among instances need not wait for
 *       the next announcement.
 * </ul>
 */
public final class WireVersion {

    public static final int OLDEST = 1;
    public static final int NEWEST = 2;

    /** The first version whose replies carry the load. */
    static final int WITH_LOAD = 2;

    private WireVersion() {}

    /**
     * The version to write to a peer; empty when the two have none in common.
     *
     * @param peerOldest the oldest version that the peer reads
     * @param peerNewest the newest version that the peer reads
     * @param newest the newest version that this node writes
     */
    public static OptionalInt common(int peerOldest, int peerNewest, int newest) {
        int version = Math.min(newest, peerNewest);
        return version >= Math.max(OLDEST, peerOldest) ? OptionalInt.of(version) : OptionalInt.empty();
    }

    static int checked(int version) {
        if (version < OLDEST || version > NEWEST) {
            throw new WireException(
                    "A message of version " + version + "; this node reads " + OLDEST + " to " + NEWEST);
        }
        return version;
    }
}
