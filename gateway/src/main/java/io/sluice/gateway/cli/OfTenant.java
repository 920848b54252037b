package io.sluice.gateway.cli;

import picocli.CommandLine.Option;

/** Whose it is that a command is about. */
final class OfTenant {

    @Option(names = "--tenant", defaultValue = "default", description = "Tenant (default: ${DEFAULT-VALUE})")
    private String tenant = "default";

    String id() {
        return tenant;
    }

    /** Below the tenant, such as {@code tokens}. */
    String path(String collection) {
        return "/tenants/" + AdminApi.segment(tenant) + "/" + collection;
    }

    String path(String collection, String id) {
        return path(collection) + "/" + AdminApi.segment(id);
    }
}
