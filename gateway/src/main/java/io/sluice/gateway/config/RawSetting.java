package io.sluice.gateway.config;

/** A setting before its kind has read it; the items of a list are joined by commas. */
record RawSetting(String text, Source source) {}
