package io.sluice.core.backend;

/**
 * What a backend can do; ServiceProviderConfig tells clients the truth about it.
 *
 * @param sort by any attribute
 * @param filterAnyAttribute filters on any attribute of the schema
 * @param cursorPaging RFC 9865
 * @param etag versions and preconditions
 * @param changePassword keeps passwords
 */
public record Capabilities(
        boolean sort, boolean filterAnyAttribute, boolean cursorPaging, boolean etag, boolean changePassword) {
    public static final Capabilities ALL_BUT_PASSWORD = new Capabilities(true, true, true, true, false);
}
