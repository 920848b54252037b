package io.sluice.core.control;

import java.util.Optional;

/**
 * How one attribute changed; values as JSON text, never secrets. Of {@code members} not the whole set is noted but who left
 * (old) and who came (new), each as an array of ids.
 */
public record AuditChange(String attribute, Optional<String> oldValue, Optional<String> newValue) {}
