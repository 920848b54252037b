package io.sluice.gateway.administrator;

import java.util.List;

/**
 * Login of administrators through an OpenID provider.
 *
 * @param issuer whose {@code /.well-known/openid-configuration} is read at start
 * @param clientSecret a secret
 * @param scopes beside {@code openid}
 * @param nameClaim which claim names the administrator, such as {@code email}
 */
public record OidcSettings(
        String issuer, String clientId, String clientSecret, List<String> scopes, String nameClaim, RoleClaims roles) {

    public OidcSettings {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
