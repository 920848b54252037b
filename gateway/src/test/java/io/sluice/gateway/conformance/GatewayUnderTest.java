package io.sluice.gateway.conformance;

import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A gateway of our own, in which every file gets a tenant as it needs it. */
public final class GatewayUnderTest implements AutoCloseable {

    private static final List<String> TYPES =
            List.of("Device.json", "DeviceType.json", "Badge.json", "UserWithBadge.json");

    private final Gateway gateway;

    private GatewayUnderTest(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * @param environment settings as environment variables, beside those that the cases need
     */
    public static GatewayUnderTest start(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("SLUICE_SCIM_SCHEMAS", types().toString());
        return new GatewayUnderTest(Gateway.start(all));
    }

    /** In a directory, as an operator has them; here they may stand in an archive. */
    private static Path types() {
        try {
            Path directory = Files.createTempDirectory("sluice-types-");
            for (String name : TYPES) {
                try (InputStream in = GatewayUnderTest.class.getResourceAsStream("types/" + name)) {
                    Path file = directory.resolve(name);
                    Files.copy(Objects.requireNonNull(in), file);
                    file.toFile().deleteOnExit();
                }
            }
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new tenant with the credential of an identity provider. */
    public Client tenant(String name, Preparation preparation) {
        Client client = gateway.tenant(name);
        preparation
                .attributes()
                .forEach(attribute -> gateway.admin()
                        .post(
                                "/tenants/" + name + "/attributes",
                                attribute.toString(),
                                "Content-Type",
                                "application/json")
                        .expect(201));
        Client scim = client.as(gateway.token(name, Idp.of(preparation.idp())));
        if (preparation.strict()) {
            gateway.admin()
                    .patch(
                            "/tenants/" + name + "/connections/" + preparation.idp(),
                            "{\"profile\":\"strict\"}",
                            "Content-Type",
                            "application/json")
                    .expect(200);
        }
        return scim;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
