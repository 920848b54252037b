package io.sluice.gateway.http;

/** One header of an answer. */
public record Header(CharSequence name, CharSequence value) {}
