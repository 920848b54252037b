package io.sluice.gateway.start;

/** Which part of the service a node runs. */
public enum Role {
    /** Everything: its own backends serve what its HTTP port takes. */
    ALL,
    /** HTTP, authentication and parsing; the backends are on other nodes. */
    GATEWAY,
    /** Backends for other nodes, and no HTTP port but the management port. */
    BACKEND;

    boolean hasFront() {
        return this != BACKEND;
    }

    boolean hasBackends() {
        return this != GATEWAY;
    }
}
