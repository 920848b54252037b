package io.sluice.core.meter;

import java.util.Map;
import java.util.function.DoubleSupplier;

/** For tests and tools, where nobody looks. */
final class NoMeters implements Meters {

    @Override
    public Sizes sizes(String name, String description, Map<String, String> labels) {
        return size -> {};
    }

    @Override
    public Count count(String name, String description, Map<String, String> labels) {
        return () -> {};
    }

    @Override
    public void gauge(String name, String description, Map<String, String> labels, DoubleSupplier value) {
        // Nobody asks.
    }
}
