package io.sluice.core.resource;

import io.sluice.core.schema.AttributePath;

/**
 * RFC 7644 section 3.4.2.3: by the attribute's comparison form, of a multi-valued attribute the primary or else the first
 * value; resources without a value come last ascending and first descending; ties by id ascending.
 */
public record Sort(AttributePath path, boolean ascending) {}
