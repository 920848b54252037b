package io.sluice.gateway.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Login of administrators through an OpenID provider; off without an issuer.
 *
 * @param clientSecret blank for a public client, which PKCE alone protects
 * @param scopes beside {@code openid}
 * @param nameClaim which claim names the administrator
 * @param roleClaim which claim decides what somebody may administer; a text or a list of texts
 * @param operators values that make an operator
 * @param tenants values that each make an administrator of these tenants
 * @param session how long such a login lasts; what the provider takes away shows at the next one
 */
public record OidcConfig(
        Optional<String> issuer,
        String clientId,
        String clientSecret,
        List<String> scopes,
        String nameClaim,
        String roleClaim,
        Set<String> operators,
        Map<String, Set<String>> tenants,
        Duration session) {

    static final ConfigKey<Optional<String>> ISSUER = ConfigKey.of(
            "oidc.issuer",
            Kind.publicUrl(),
            "",
            "OpenID provider of the administrators, whose /.well-known/openid-configuration is read; none without it.");
    static final ConfigKey<String> CLIENT_ID =
            ConfigKey.of("oidc.clientId", Kind.text(), "", "The client that this gateway is at the OpenID provider.");
    static final ConfigKey<String> CLIENT_SECRET =
            new ConfigKey<>("oidc.clientSecret", Kind.text(), "", true, "Its secret; none for a public client.");
    static final ConfigKey<List<String>> SCOPES =
            ConfigKey.of("oidc.scopes", Kind.words(), "profile,email", "Scopes to ask for beside openid.");
    static final ConfigKey<String> NAME_CLAIM = ConfigKey.of(
            "oidc.nameClaim", Kind.text(), "email", "The claim that names the administrator; without it sub does.");
    static final ConfigKey<String> ROLE_CLAIM = ConfigKey.of(
            "oidc.roleClaim", Kind.text(), "groups", "The claim whose values decide what somebody may administer.");
    static final ConfigKey<List<String>> OPERATORS =
            ConfigKey.of("oidc.operators", Kind.words(), "", "Values of the claim of which one makes an operator.");
    static final ConfigKey<Map<String, Set<String>>> TENANTS = ConfigKey.of(
            "oidc.tenants",
            Kind.groups(),
            "",
            "Values of the claim that make administrators of tenants, such as acme-admins=acme,both=acme,both=other.");
    static final ConfigKey<Duration> SESSION = ConfigKey.of(
            "oidc.session",
            Kind.duration(Duration.ofMinutes(5), Duration.ofHours(12)),
            "1h",
            "How long such a login lasts: roles taken away at the provider end with it.");

    public OidcConfig {
        scopes = List.copyOf(scopes);
        operators = Set.copyOf(operators);
        tenants = Map.copyOf(tenants);
    }

    static OidcConfig read(Settings settings) {
        OidcConfig config = new OidcConfig(
                settings.get(ISSUER),
                settings.get(CLIENT_ID),
                settings.get(CLIENT_SECRET),
                settings.get(SCOPES),
                settings.get(NAME_CLAIM),
                settings.get(ROLE_CLAIM),
                Set.copyOf(settings.get(OPERATORS)),
                settings.get(TENANTS),
                settings.get(SESSION));
        if (config.issuer().isPresent()) {
            config.need(!config.clientId().isBlank(), CLIENT_ID, "is needed beside oidc.issuer", settings);
            config.need(
                    !config.operators().isEmpty() || !config.tenants().isEmpty(),
                    OPERATORS,
                    "or oidc.tenants is needed beside oidc.issuer: nobody could log in otherwise",
                    settings);
        }
        return config;
    }

    private void need(boolean there, ConfigKey<?> key, String reason, Settings settings) {
        if (!there) {
            throw new ConfigException(
                    new ConfigProblem(key.path(), reason, settings.setting(key).source()));
        }
    }

    @Override
    public String toString() {
        return "OidcConfig[" + issuer.orElse("none") + "]";
    }
}
