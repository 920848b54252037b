package io.sluice.ldap.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.ControlStoreProvider;
import io.sluice.ldap.config.JsonConfig;
import io.sluice.ldap.config.SectionReader;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Makes control stores in a directory, for an installation of one node without a database. Settings: {@code directory}, and
 * {@code maxMegabytes} of one audit file.
 */
public final class FileControlStoreProvider implements ControlStoreProvider {

    private static final String NAME = "file";
    private static final int DEFAULT_AUDIT_MEGABYTES = 64;
    private static final long MEGABYTE = 1_048_576;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ControlStore create(Vertx vertx, ObjectNode settings) {
        Place place = place(settings);
        return new FileControlStore(vertx, place.directory, place.maxBytes, InstantSource.system());
    }

    @Override
    public void check(ObjectNode settings) {
        place(settings);
    }

    private record Place(Path directory, long maxBytes) {}

    private static Place place(ObjectNode settings) {
        SectionReader section = SectionReader.of(JsonConfig.read(NAME, settings));
        Path directory = Path.of(section.requiredText("directory"));
        long maxBytes = MEGABYTE * section.number("maxMegabytes", DEFAULT_AUDIT_MEGABYTES, 1, 10_000);
        section.refuseUnknown();
        return new Place(directory, maxBytes);
    }
}
