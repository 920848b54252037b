package io.sluice.gateway.start;

import io.sluice.core.schema.SchemaRegistry;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.scim.SchemaFiles;

/** The resource types and extensions that a node serves: the standard ones and those of the configuration. */
final class Schemas {

    private Schemas() {}

    /**
     * @throws StartException when a file of {@code scim.schemas} is wrong
     */
    static SchemaRegistry of(Config config) {
        SchemaRegistry standard = SchemaRegistry.standard();
        try {
            return config.scim()
                    .schemas()
                    .map(directory -> SchemaFiles.read(directory, standard))
                    .orElse(standard);
        } catch (IllegalArgumentException e) {
            throw new StartException(String.valueOf(e.getMessage()));
        }
    }
}
