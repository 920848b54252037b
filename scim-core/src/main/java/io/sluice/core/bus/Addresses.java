package io.sluice.core.bus;

/** Every address on the event bus. */
public final class Addresses {

    /**
     * Takes {@code AuditEvent}s of backends whose own store cannot keep them; replies when the event is durable. Served by
     * {@link AuditConsumer}.
     */
    public static final String AUDIT = "sluice.audit";

    /** Where every node of a cluster says four times a second that it is there. */
    public static final String NODES = "sluice.nodes";

    private Addresses() {}

    /** Where the backend of that name takes {@code BackendRequest}s by reference, inside one virtual machine. */
    public static String backend(String name) {
        return "sluice.backend." + name;
    }

    /** Where one node's instance of that backend takes requests of other nodes, as bytes. */
    public static String instance(String name, String node) {
        return backend(name) + "@" + node;
    }
}
