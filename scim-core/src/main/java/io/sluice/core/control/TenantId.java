package io.sluice.core.control;

/**
 * Names a tenant.
 *
 * @param slug as it stands in URLs: 1 to 63 of {@code a-z 0-9 -}, beginning and ending with a letter or digit
 * @param number given by the store when the tenant was made and never used again, so that a tenant that is removed and made
 *     anew never sees old rows
 */
public record TenantId(String slug, int number) {}
