package io.sluice.ldap.entry;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.config.BaseTemplates;
import io.sluice.ldap.config.SchemaMode;
import io.sluice.ldap.directory.Directory;
import io.sluice.ldap.directory.Features;
import io.sluice.ldap.mapping.Mapping;
import java.time.Clock;

/**
 * One directory with everything that is known about it since the start.
 *
 * @param memberPage members of a group's first page at most
 * @param duplicateGroups whether groups may share a displayName
 */
public record Realm(
        Directory directory,
        Features features,
        Mapping mapping,
        SchemaMode mode,
        BaseTemplates bases,
        int memberPage,
        boolean duplicateGroups,
        Clock clock) {

    private static final String OTHERS = "scim-resources";

    public boolean isOwn() {
        return mode == SchemaMode.OWN;
    }

    /** Below which entry the resources of a type are. */
    public DN base(TenantId tenant, ResourceType type) {
        if (type.isGroup()) {
            return groups(tenant);
        }
        return type.isUser() ? users(tenant) : others(tenant);
    }

    public DN users(TenantId tenant) {
        return BaseTemplates.resolve(bases.users(), served(tenant));
    }

    public DN groups(TenantId tenant) {
        return BaseTemplates.resolve(bases.groups(), served(tenant));
    }

    /** Beside the users. */
    public DN others(TenantId tenant) {
        DN users = users(tenant);
        DN parent = users.getParent();
        return new DN(new RDN("ou", OTHERS), parent == null ? users : parent);
    }

    private TenantId served(TenantId tenant) {
        if (!bases.tenant().isEmpty() && !bases.tenant().equals(tenant.slug())) {
            throw ScimException.of(
                    ErrorKind.FORBIDDEN, "The directory is configured for the tenant " + bases.tenant() + " only.");
        }
        return tenant;
    }
}
