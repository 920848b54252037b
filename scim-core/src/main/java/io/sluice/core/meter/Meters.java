package io.sluice.core.meter;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Where backends and stores register what they measure. Each meter is registered once, when its owner is made, and kept: nothing
 * is looked up per request. Names are lower case with dots and begin with the owner's name, such as {@code postgres.write.waiting};
 * no label has a value that a client can choose.
 */
public interface Meters {

    /** Takes sizes: batches, pages. */
    interface Sizes {
        void record(int size);
    }

    /** Only grows. */
    interface Count {
        void add();
    }

    Sizes sizes(String name, String description, Map<String, String> labels);

    Count count(String name, String description, Map<String, String> labels);

    /**
     * @param value asked on any thread, whenever somebody looks
     */
    void gauge(String name, String description, Map<String, String> labels, DoubleSupplier value);

    /** Measures nothing. */
    Meters NONE = new NoMeters();
}
