package io.sluice.core.bus;

/** Every address on the event bus. */
public final class Addresses {

    private Addresses() {}

    /** Where the backend of that name takes {@code BackendRequest}s. */
    public static String backend(String name) {
        return "sluice.backend." + name;
    }
}
