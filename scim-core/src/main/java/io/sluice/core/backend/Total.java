package io.sluice.core.backend;

/**
 * How many resources match.
 *
 * @param exact false when the backend stopped counting at its cap and estimated; then {@code count} is at least what was seen
 */
public record Total(long count, boolean exact) {}
