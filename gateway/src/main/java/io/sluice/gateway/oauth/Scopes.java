package io.sluice.gateway.oauth;

/** What can be granted. */
final class Scopes {

    /** All of SCIM: the only scope there is. */
    static final String SCIM = "scim";

    private Scopes() {}
}
