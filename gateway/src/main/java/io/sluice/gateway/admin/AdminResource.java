package io.sluice.gateway.admin;

/** One resource of the administration API. */
@FunctionalInterface
public interface AdminResource {

    void mountOn(AdminRoutes routes);
}
