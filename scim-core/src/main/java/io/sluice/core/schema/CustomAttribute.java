package io.sluice.core.schema;

/** An attribute of the product's extension URN that an administrator added to a tenant. */
public record CustomAttribute(
        String name, AttributeType type, boolean multiValued, boolean caseExact, String description) {}
