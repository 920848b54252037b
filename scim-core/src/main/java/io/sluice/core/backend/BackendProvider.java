package io.sluice.core.backend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.meter.Meters;
import io.vertx.core.Vertx;
import java.util.List;

/** Found by {@link java.util.ServiceLoader}; makes backends of one kind. */
public interface BackendProvider {

    /** The name by which a tenant's configuration chooses it, such as {@code postgres}. */
    String name();

    /**
     * Makes a backend; nothing is connected before {@link Backend#start}.
     *
     * @param settings the section of the configuration under this backend's name
     * @throws IllegalArgumentException with key and reason when a setting is wrong
     */
    Backend create(Vertx vertx, ObjectNode settings);

    /**
     * Says what is wrong with settings before anything is made of them. An address that {@code start} would fill in may be missing.
     *
     * @throws IllegalArgumentException with key and reason
     */
    default void check(ObjectNode settings) {}

    /** What may stand in the section, in the order of the documentation; empty when it is described elsewhere. */
    default List<SettingKey> settings() {
        return List.of();
    }

    /** As {@link #create(Vertx, ObjectNode)}, for a backend that measures itself. */
    default Backend create(Vertx vertx, ObjectNode settings, Meters meters) {
        return create(vertx, settings);
    }
}
