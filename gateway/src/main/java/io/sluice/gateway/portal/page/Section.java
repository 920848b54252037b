package io.sluice.gateway.portal.page;

import java.util.List;

/** The pages that the navigation leads to, with the keys of the words above them. */
public enum Section {
    PROVISIONING("provisioning", "nav.provisioning", List.of("nav.admin", "nav.identity")),
    ATTRIBUTES("attributes", "nav.attributes", List.of("nav.admin")),
    USERS("users", "nav.users", List.of()),
    GROUPS("groups", "nav.groups", List.of()),
    AUDIT("audit", "nav.audit", List.of()),
    ACTIVITY("activity", "nav.activity", List.of()),
    TENANTS("tenants", "nav.tenants", List.of("nav.operator")),
    ADMINISTRATORS("administrators", "nav.administrators", List.of("nav.operator")),
    SYSTEM_AUDIT("audit", "nav.systemAudit", List.of("nav.operator")),
    SYSTEM("system", "nav.system", List.of("nav.operator")),
    ACCOUNT("account", "nav.account", List.of());

    private final String path;
    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> above;

    Section(String path, String key, List<String> above) {
        this.path = path;
        this.key = key;
        this.above = above;
    }

    /** The last segment of the address. */
    public String path() {
        return path;
    }

    /** The key of the page's name. */
    public String key() {
        return key;
    }

    /** The keys of the menus that the page is in, outermost first. */
    public List<String> above() {
        return above;
    }

    /** Whether every tenant has a page of this kind. */
    public boolean isOfTenant() {
        return switch (this) {
            case PROVISIONING, ATTRIBUTES, USERS, GROUPS, AUDIT, ACTIVITY -> true;
            case TENANTS, ADMINISTRATORS, SYSTEM_AUDIT, SYSTEM, ACCOUNT -> false;
        };
    }
}
