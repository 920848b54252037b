package io.sluice.core.control;

import java.time.Instant;

/** A person or a programme that administers. */
public record Administrator(String name, AdministratorRole role, Instant createdAt) {}
