package io.sluice.gateway.portal.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions of the audit trails, with the keys of what they are called. */
public final class Actions {

    private static final Map<String, String> TENANT = Map.ofEntries(
            Map.entry("SCIM Token Created", "action.tokenCreated"),
            Map.entry("SCIM Token Enabled", "action.tokenEnabled"),
            Map.entry("SCIM Token Disabled", "action.tokenDisabled"),
            Map.entry("SCIM Token Renewed", "action.tokenRenewed"),
            Map.entry("SCIM Token Deleted", "action.tokenDeleted"),
            Map.entry("SCIM Connection Updated", "action.connectionUpdated"),
            Map.entry("OAuth Client Created", "action.clientCreated"),
            Map.entry("OAuth Client Enabled", "action.clientEnabled"),
            Map.entry("OAuth Client Disabled", "action.clientDisabled"),
            Map.entry("OAuth Client Deleted", "action.clientDeleted"),
            Map.entry("OAuth Client Secret Created", "action.secretCreated"),
            Map.entry("OAuth Client Secret Deleted", "action.secretDeleted"),
            Map.entry("OAuth Client Federation Changed", "action.federationChanged"),
            Map.entry("OAuth Login Refused", "action.oauthRefused"),
            Map.entry("SCIM Login Refused", "action.scimRefused"),
            Map.entry("JWT Issuer Created", "action.issuerCreated"),
            Map.entry("JWT Issuer Deleted", "action.issuerDeleted"),
            Map.entry("User Created", "action.userCreated"),
            Map.entry("User Updated", "action.userUpdated"),
            Map.entry("User Deleted", "action.userDeleted"),
            Map.entry("Group Created", "action.groupCreated"),
            Map.entry("Group Updated", "action.groupUpdated"),
            Map.entry("Group Deleted", "action.groupDeleted"),
            Map.entry("Tenant Created", "action.tenantCreated"),
            Map.entry("Tenant Updated", "action.tenantUpdated"),
            Map.entry("Tenant Deleted", "action.tenantDeleted"),
            Map.entry("Tenant Attribute Created", "action.attributeCreated"),
            Map.entry("Tenant Attribute Deleted", "action.attributeDeleted"));

    private static final Map<String, String> SYSTEM = Map.ofEntries(
            Map.entry("Administrator Created", "action.administratorCreated"),
            Map.entry("Administrator Deleted", "action.administratorDeleted"),
            Map.entry("Administrator Login", "action.administratorLogin"),
            Map.entry("Administrator Login Refused", "action.administratorRefused"),
            Map.entry("Administrator Password Changed", "action.passwordChanged"),
            Map.entry("Administrator Role Changed", "action.roleChanged"),
            Map.entry("API Key Created", "action.keyCreated"),
            Map.entry("API Key Deleted", "action.keyDeleted"),
            Map.entry("OAuth Login Refused", "action.oauthRefused"),
            Map.entry("SCIM Login Refused", "action.scimRefused"));

    /** Those of a tenant's trail, in alphabetical order. */
    static final List<String> OF_TENANT = TENANT.keySet().stream().sorted().toList();

    /** Those of the trail of what concerns no tenant, in alphabetical order. */
    static final List<String> OF_SYSTEM = SYSTEM.keySet().stream().sorted().toList();

    private static final Map<String, String> KEYS = both();

    private Actions() {}

    /** The key of what an action is called; an action without one is shown as it is. */
    public static Optional<String> key(String action) {
        return Optional.ofNullable(KEYS.get(action));
    }

    private static Map<String, String> both() {
        Map<String, String> both = new HashMap<>(TENANT);
        both.putAll(SYSTEM);
        return Map.copyOf(both);
    }
}
