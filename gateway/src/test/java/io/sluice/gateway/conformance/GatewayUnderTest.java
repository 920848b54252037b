package io.sluice.gateway.conformance;

import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;

/** A gateway of our own, in which every file gets a tenant as it needs it. */
public final class GatewayUnderTest implements AutoCloseable {

    private final Gateway gateway;

    public GatewayUnderTest(Gateway gateway) {
        this.gateway = gateway;
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
        return client.as(gateway.token(name, Idp.of(preparation.idp())));
    }

    @Override
    public void close() {
        gateway.close();
    }
}
