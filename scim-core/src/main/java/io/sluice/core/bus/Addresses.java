package io.sluice.core.bus;

/** Every address on the event bus. */
public final class Addresses {

    /**
     * Takes {@code AuditEvent}s of backends whose own store cannot keep them; replies when the event is durable. Served by
     * {@link AuditConsumer}.
     */
    public static final String AUDIT = "sluice.audit";

    private Addresses() {}

    /** Where the backend of that name takes {@code BackendRequest}s. */
    public static String backend(String name) {
        return "sluice.backend." + name;
    }
}
