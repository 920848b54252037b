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
    private int lastNumber;

    NavigableMap<String, Tenant> tenants() {
        return tenants;
    }

    /** By the id of the token, in the order in which they were made. */
    Map<String, MemoryToken> tokens() {
        return tokens;
    }

    int nextNumber() {
        return ++lastNumber;
    }
}
