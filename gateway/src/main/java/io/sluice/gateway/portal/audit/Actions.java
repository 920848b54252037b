package io.sluice.gateway.portal.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions of the audit trail, with the keys of what they are called. */
public final class Actions {

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("SCIM Token Created", "action.tokenCreated"),
            Map.entry("SCIM Token Enabled", "action.tokenEnabled"),
            Map.entry("SCIM Token Disabled", "action.tokenDisabled"),
            Map.entry("SCIM Token Renewed", "action.tokenRenewed"),
            Map.entry("SCIM Token Deleted", "action.tokenDeleted"),
            Map.entry("User Created", "action.userCreated"),
            Map.entry("User Updated", "action.userUpdated"),
            Map.entry("User Deleted", "action.userDeleted"),
            Map.entry("Group Created", "action.groupCreated"),
            Map.entry("Group Updated", "action.groupUpdated"),
            Map.entry("Group Deleted", "action.groupDeleted"),
            Map.entry("Tenant Created", "action.tenantCreated"),
            Map.entry("Tenant Updated", "action.tenantUpdated"),
            Map.entry("Tenant Attribute Created", "action.attributeCreated"),
            Map.entry("Tenant Attribute Deleted", "action.attributeDeleted"));

    /** In alphabetical order. */
    public static final List<String> ALL = KEYS.keySet().stream().sorted().toList();

    private Actions() {}

    /** The key of what an action is called; an action without one is shown as it is. */
    public static Optional<String> key(String action) {
        return Optional.ofNullable(KEYS.get(action));
    }
}
