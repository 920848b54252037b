package io.sluice.core.control;

import java.util.Optional;

/** What it takes to make an administrator; without a password only API keys and an outside login work. */
public record NewAdministrator(String name, AdministratorRole role, Optional<PasswordHash> password) {}
