package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.schema.Schema;
import io.sluice.ldap.config.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Asks a server what it can do. */
public final class Probe {

    private static final String ASSERTION = "1.3.6.1.1.12";
    private static final String POST_READ = "1.3.6.1.1.13.2";
    private static final String PASSWORD_MODIFY = "1.3.6.1.4.1.4203.1.11.1";
    private static final String PAGED_RESULTS = "1.2.840.113556.1.4.319";
    private static final String SUBTREE_DELETE = "1.2.840.113556.1.4.805";
    private static final String ACTIVE_DIRECTORY = "1.2.840.113556.1.4.800";

    private Probe() {}

    public static Features probe(LDAPConnection connection) throws LDAPException {
        RootDSE root = connection.getRootDSE();
        Schema schema = connection.getSchema();
        if (root == null || schema == null) {
            throw new LDAPException(
                    ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "the root DSE or the subschema entry cannot be read");
        }
        Preset preset = preset(root);
        return new Features(
                preset,
                root.supportsControl(ASSERTION),
                root.supportsControl(POST_READ),
                root.supportsExtendedOperation(PASSWORD_MODIFY),
                root.supportsControl(PAGED_RESULTS),
                root.supportsControl(SUBTREE_DELETE),
                preset == Preset.OPENLDAP && schema.getAttributeType("entryCSN") != null,
                schema);
    }

    private static Preset preset(RootDSE root) {
        String vendor = (root.getVendorName() + " " + root.getVendorVersion()).toLowerCase(Locale.ROOT);
        String[] features = root.getAttributeValues("supportedCapabilities");
        if (features != null && Arrays.asList(features).contains(ACTIVE_DIRECTORY)) {
            return Preset.AD;
        }
        if (vendor.contains("389") || vendor.contains("red hat")) {
            return Preset.DS389;
        }
        List<String> classes = objectClasses(root);
        return classes.contains("openldaprootdse") || vendor.contains("openldap") ? Preset.OPENLDAP : Preset.GENERIC;
    }

    private static List<String> objectClasses(RootDSE root) {
        String[] values = root.getObjectClassValues();
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .toList();
    }
}
