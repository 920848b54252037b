package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Makes the entries that a tenant's resources are below, when they are missing. */
public final class Containers {

    private final Directory directory;

    public Containers(Directory directory) {
        this.directory = directory;
    }

    /** Makes the entry and, where needed, those above it; the suffix of the directory must exist. */
    public void ensure(Instant deadline, DN container) {
        DN parent = container.getParent();
        if (parent == null || add(deadline, container)) {
            return;
        }
        ensure(deadline, parent);
        if (!add(deadline, container)) {
            throw new ScimException(ScimError.unavailable(
                    "The directory has no entry " + container + " and none above it.", Duration.ofSeconds(5)));
        }
    }

    /** False when the entry above is missing. */
    private boolean add(Instant deadline, DN container) {
        try {
            directory.write(deadline, connection -> connection.add(request(container)));
            return true;
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
                return true;
            }
            if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return false;
            }
            throw LdapFailures.toScim(e);
        } catch (AmbiguousWriteException e) {
            // Whether it was made shows when it is used.
            return true;
        }
    }

    private static AddRequest request(DN container) {
        RDN rdn = container.getRDNs()[0];
        return new AddRequest(
                container,
                new Attribute("objectClass", "top", objectClass(rdn.getAttributeNames()[0])),
                new Attribute(rdn.getAttributeNames()[0], rdn.getAttributeValues()[0]));
    }

    private static String objectClass(String rdnAttribute) {
        return switch (rdnAttribute.toLowerCase(Locale.ROOT)) {
            case "ou" -> "organizationalUnit";
            case "o" -> "organization";
            case "dc" -> "domain";
            default -> "container";
        };
    }
}
