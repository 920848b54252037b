package io.sluice.gateway.portal.page;

/**
 * Something that the reader is told above the page.
 *
 * @param kind {@code good}, {@code warn} or {@code bad}
 */
public record Notice(String kind, String text) {}
