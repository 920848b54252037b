package io.sluice.core.control;

/** Who an API key stands for. */
public record ApiKeyHolder(ApiKey key, Administrator administrator) {}
