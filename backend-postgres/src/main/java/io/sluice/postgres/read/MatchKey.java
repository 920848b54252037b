package io.sluice.postgres.read;

/** What identity providers look a resource up by before they create it; the text is in the form of the column. */
public sealed interface MatchKey {

    String text();

    /** Unique within a tenant and type. */
    record Name(String text) implements MatchKey {}

    record ExternalId(String text) implements MatchKey {}

    /** The tenant is part of the text. */
    record Email(String text) implements MatchKey {}
}
