package io.sluice.load.run;

import io.sluice.load.drive.Target;
import io.sluice.load.own.Admin;
import io.sluice.load.own.Consumption;
import io.sluice.load.own.OwnGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gateway that is measured.
 *
 * @param tenant its first tenant
 * @param adminToken of a gateway that is not the kit's own
 * @param own of the kit
 */
public record Subject(Target tenant, Optional<String> adminToken, Optional<Own> own) implements AutoCloseable {

    /**
     * @param deleted when the run is over
     */
    public record Own(OwnGateway gateway, Optional<Path> deleted) {}

    /** A gateway that somebody else started. */
    public static Subject running(Target tenant, Optional<String> adminToken) {
        return new Subject(tenant, adminToken, Optional.empty());
    }

    /** One of the kit's own, which ends with the run. */
    public static Subject owned(OwnGateway gateway, Optional<Path> deleted) {
        return new Subject(gateway.firstTenant(), Optional.empty(), Optional.of(new Own(gateway, deleted)));
    }

    /** As many tenants; the first one is there already, the others are made. */
    public List<Target> tenants(int count, String prefix) {
        List<Target> targets = new ArrayList<>();
        targets.add(tenant);
        for (int number = 1; number < count; number++) {
            targets.add(admin().tenant(prefix + number));
        }
        return targets;
    }

    private Admin admin() {
        return own.map(kit -> kit.gateway().admin())
                .or(() -> adminToken.map(token -> new Admin(tenant.url().resolve("/"), token)))
                .orElseThrow(() -> new IllegalStateException(
                        "Several tenants need the administration API: set SLUICE_ADMIN_TOKEN"));
    }

    /** Nothing for a gateway whose processes are not seen. */
    public Consumption consumption() {
        return own.map(kit -> kit.gateway().consumption()).orElse(Consumption.NONE);
    }

    /** Of the database under the kit's own gateway. */
    public Optional<String> postgresUri() {
        return own.map(kit -> kit.gateway().postgresUri());
    }

    @Override
    public void close() {
        own.ifPresent(kit -> {
            kit.gateway().close();
            kit.deleted().ifPresent(Subject::delete);
        });
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory of the run cannot be deleted", e);
        }
    }
}
