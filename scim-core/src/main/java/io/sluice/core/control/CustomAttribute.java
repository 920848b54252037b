package io.sluice.core.control;

import io.sluice.core.schema.AttributeType;

/** An attribute of the product's extension URN that an administrator added to a tenant. */
public record CustomAttribute(
        String name, AttributeType type, boolean multiValued, boolean caseExact, String description) {}
