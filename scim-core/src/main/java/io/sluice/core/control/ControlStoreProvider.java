package io.sluice.core.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.meter.Meters;
import io.vertx.core.Vertx;

/** Found by {@link java.util.ServiceLoader}; makes control stores of one kind. */
public interface ControlStoreProvider {

    /** The name by which the configuration chooses it, such as {@code postgres}. */
    String name();

    /**
     * @param settings the section of the configuration under this name
     * @throws IllegalArgumentException with key and reason when a setting is wrong
     */
    ControlStore create(Vertx vertx, ObjectNode settings);

    /**
     * Says what is wrong with settings before anything is made of them. An address that {@code start} would fill in may be missing.
     *
     * @throws IllegalArgumentException with key and reason
     */
    default void check(ObjectNode settings) {}

    /** As {@link #create(Vertx, ObjectNode)}, for a store that measures itself. */
    default ControlStore create(Vertx vertx, ObjectNode settings, Meters meters) {
        return create(vertx, settings);
    }
}
