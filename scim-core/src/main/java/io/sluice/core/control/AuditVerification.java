package io.sluice.core.control;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a tenant's audit trail is still what was sealed.
 *
 * @param verified how many events were found to be as they were sealed
 * @param unsealed how many are too young to be sealed
 * @param beginning where the chain begins; empty when nothing was removed from its beginning
 * @param head the last hash of the chain, in hexadecimal: kept elsewhere, it proves that nothing was cut off the end
 * @param firstBad the first entry that is not as it was sealed, and what is wrong with it; empty when all are
 */
public record AuditVerification(
        String tenant,
        long verified,
        long unsealed,
        Optional<Beginning> beginning,
        Optional<String> head,
        Optional<String> firstBad) {

    /**
     * What retention left.
     *
     * @param block number of the first block that is still there, or that comes next
     * @param removedUpTo time of the newest event that was removed
     */
    public record Beginning(long block, Instant removedUpTo) {}

    public boolean intact() {
        return firstBad.isEmpty();
    }
}
