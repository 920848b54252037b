package io.sluice.gateway.auth;

import io.sluice.core.control.AdministratorRole;

/** Who administers, and what they may do. */
public record AdminPrincipal(String name, AdministratorRole role) {}
