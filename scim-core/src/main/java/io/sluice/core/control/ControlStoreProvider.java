package io.sluice.core.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
}
