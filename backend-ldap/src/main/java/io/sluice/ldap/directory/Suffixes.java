package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.RootDSE;
import io.sluice.ldap.config.BaseTemplates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Tells a base that has not been made yet from one that cannot be in this directory. */
public final class Suffixes {

    private Suffixes() {}

    /**
     * For a base that was not found.
     *
     * @throws LDAPException NO_SUCH_OBJECT, with a sentence for the operator, when nothing above it is there either
     */
    public static void requireAnyAbove(LDAPConnection connection, DN base) throws LDAPException {
        if (!isVisible(connection, base)) {
            throw new LDAPException(
                    ResultCode.NO_SUCH_OBJECT, "The directory has no entry " + base + " and none above it.");
        }
    }

    /**
     * One sentence for every base whose fixed part is outside of what the server serves.
     *
     * @param templates by the key of their setting
     */
    public static List<String> complaints(LDAPConnection connection, Map<String, String> templates)
            throws LDAPException {
        List<DN> contexts = contexts(connection);
        List<String> complaints = new ArrayList<>();
        for (Map.Entry<String, String> template : templates.entrySet()) {
            DN fixed = BaseTemplates.fixed(template.getValue());
            boolean mayBeLonger = template.getValue().contains("{");
            if (!isServed(contexts, fixed, mayBeLonger) && !isVisible(connection, fixed)) {
                complaints.add(template.getKey() + ": the directory has no " + fixed + " and nothing above it"
                        + (contexts.isEmpty() ? "" : "; it has " + contexts));
            }
        }
        return complaints;
    }

    /** A server may have a suffix for each tenant, and an account may see nothing above the base. */
    private static boolean isServed(List<DN> contexts, DN fixed, boolean mayBeLonger) {
        return contexts.stream()
                .anyMatch(context ->
                        context.isAncestorOf(fixed, true) || (mayBeLonger && context.isDescendantOf(fixed, false)));
    }

    private static boolean isVisible(LDAPConnection connection, DN base) throws LDAPException {
        for (DN dn = base; dn != null && !dn.isNullDN(); dn = dn.getParent()) {
            if (exists(connection, dn)) {
                return true;
            }
        }
        return false;
    }

    private static boolean exists(LDAPConnection connection, DN dn) throws LDAPException {
        try {
            return connection.getEntry(dn.toString(), "1.1") != null;
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.REFERRAL)) {
                return false;
            }
            if (e.getResultCode().equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
                return true;
            }
            throw e;
        }
    }

    private static List<DN> contexts(LDAPConnection connection) throws LDAPException {
        RootDSE root = connection.getRootDSE();
        String[] names = root == null ? null : root.getNamingContextDNs();
        List<DN> contexts = new ArrayList<>();
        for (String name : names == null ? List.<String>of() : Arrays.asList(names)) {
            contexts.add(new DN(name));
        }
        return contexts;
    }
}
