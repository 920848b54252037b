package io.sluice.load.run;

import io.sluice.load.drive.ScimClient;
import io.sluice.load.scenario.Scenario;

/** A scenario and the tenant that it is sent to. */
public record Tenancy(ScimClient client, Scenario scenario) {}
