package io.sluice.core.bulk;

/**
 * What one bulk request may be at most, as ServiceProviderConfig advertises it.
 *
 * @param maxOperations operations in it
 * @param maxPayloadSize bytes of its body; whoever receives the body holds to it
 */
public record BulkLimits(int maxOperations, int maxPayloadSize) {

    public static final BulkLimits STANDARD = new BulkLimits(1_000, 8 << 20);
}
