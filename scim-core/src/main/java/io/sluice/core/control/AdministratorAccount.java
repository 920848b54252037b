package io.sluice.core.control;

import java.util.Optional;

/** An administrator with what a login is checked against. */
public record AdministratorAccount(Administrator administrator, Optional<PasswordHash> password) {}
