package io.sluice.core.memory;

import io.sluice.core.control.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What tenants and credentials share; whoever touches it holds its monitor. */
final class ControlState {

    private final NavigableMap<String, Tenant> tenants = new TreeMap<>();
    private final Map<String, MemoryToken> tokens = new LinkedHashMap<>();
    private final Map<String, MemoryOAuthClient> clients = new LinkedHashMap<>();
    private final Map<String, MemoryJwtIssuer> issuers = new LinkedHashMap<>();
    private int lastNumber;

    NavigableMap<String, Tenant> tenants() {
        return tenants;
    }

    /** By the id of the token, in the order in which they were made. */
    Map<String, MemoryToken> tokens() {
        return tokens;
    }

    /** By {@code client_id}, oldest first. */
    Map<String, MemoryOAuthClient> clients() {
        return clients;
    }

    /** By id, oldest first. */
    Map<String, MemoryJwtIssuer> issuers() {
        return issuers;
    }

    int nextNumber() {
        return ++lastNumber;
    }
}
