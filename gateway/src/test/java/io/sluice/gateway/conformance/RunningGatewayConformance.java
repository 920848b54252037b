package io.sluice.gateway.conformance;

import io.sluice.gateway.kit.Client;

/**
 * Against a tenant without resources of a gateway that runs already. Not named a test, because it is played on demand only.
 */
final class RunningGatewayConformance extends ConformanceSuite {

    RunningGatewayConformance() {
        super(System.getProperty("sluice.conformance.backend", "postgres"));
    }

    @Override
    protected boolean offers(Preparation preparation) {
        return preparation.isPlain();
    }

    @Override
    protected Client tenant(String name, Preparation preparation) {
        return new Client(
                System.getProperty("sluice.conformance.url"), System.getProperty("sluice.conformance.token", ""));
    }
}
