package io.sluice.core.control;

import java.util.Optional;

/** How one attribute changed; values as JSON text, never secrets. */
public record AuditChange(String attribute, Optional<String> oldValue, Optional<String> newValue) {}
