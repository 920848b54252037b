package io.sluice.ldap.config;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import io.sluice.core.control.TenantId;
import java.util.Arrays;

/**
 * Where a tenant's entries are: DNs in which {@code {tenant}} stands for the tenant's slug and {@code {number}} for its number.
 *
 * @param tenant the only tenant served, for DNs without the placeholder; empty text when every tenant has its own
 */
public record BaseTemplates(String users, String groups, String tenant) {

    public static final String PLACEHOLDER = "{tenant}";
    private static final String NUMBER = "{number}";

    /** The DN of a template for one tenant. */
    public static DN resolve(String template, TenantId tenant) {
        try {
            return new DN(
                    template.replace(PLACEHOLDER, tenant.slug()).replace(NUMBER, Integer.toString(tenant.number())));
        } catch (LDAPException e) {
            throw new IllegalArgumentException("'" + template + "' is not a DN", e);
        }
    }

    /** What a template has in common for all tenants, from its end; the empty DN when that is nothing. */
    public static DN fixed(String template) {
        RDN[] one = resolve(template, new TenantId("a", 1)).getRDNs();
        RDN[] other = resolve(template, new TenantId("b", 2)).getRDNs();
        int from = one.length;
        while (from > 0 && one[from - 1].equals(other[from - 1])) {
            from--;
        }
        return new DN(Arrays.copyOfRange(one, from, one.length));
    }

    static void check(String template, ConfigNode node) {
        try {
            for (RDN rdn : new DN(template.replace(PLACEHOLDER, "t").replace(NUMBER, "1")).getRDNs()) {
                if (rdn.isMultiValued()) {
                    throw new ConfigException(node.where(), "an RDN of several values is not supported in a base");
                }
            }
        } catch (LDAPException e) {
            throw new ConfigException(node.where(), "'" + template + "' is not a DN");
        }
    }
}
