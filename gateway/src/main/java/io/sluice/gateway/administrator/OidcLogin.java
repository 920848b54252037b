package io.sluice.gateway.administrator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Texts;
import io.sluice.gateway.auth.AdminPrincipal;
import io.sluice.gateway.jwt.Claims;
import io.sluice.gateway.jwt.JwksCache;
import io.sluice.gateway.jwt.JwtRules;
import io.sluice.gateway.jwt.JwtVerifier;
import io.sluice.gateway.jwt.ParsedJwt;
import io.sluice.gateway.jwt.SignatureAlgorithm;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The authorization code flow with PKCE against an OpenID provider. The caller keeps state, nonce and code verifier between the
 * two steps, in the browser's session.
 */
public final class OidcLogin {

    /** Before the name of whoever comes this way: no administrator of our own can be called so. */
    public static final String PREFIX = "oidc:";

    private static final Duration LONGEST_TOKEN = Duration.ofHours(24);
    private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(10);
    private static final int LONGEST_NAME = 128;

    private final OAuth2Auth provider;
    private final OidcSettings settings;
    private final OAuth2Options discovered;
    private final JwtVerifier verifier;
    private final JwksCache keys;

    private OidcLogin(
            OAuth2Auth provider,
            OidcSettings settings,
            OAuth2Options discovered,
            JwtVerifier verifier,
            JwksCache keys) {
        this.provider = provider;
        this.settings = settings;
        this.discovered = discovered;
        this.verifier = verifier;
        this.keys = keys;
    }

    /** Reads the provider's configuration; fails with a sentence that says why it cannot be used. */
    public static Future<OidcLogin> discover(Vertx vertx, OidcSettings settings, JwtVerifier verifier, JwksCache keys) {
        OAuth2Options options = new OAuth2Options()
                .setSite(settings.issuer())
                .setClientId(settings.clientId())
                .setClientSecret(settings.clientSecret());
        return OpenIDConnectAuth.discover(vertx, options)
                .map(provider -> new OidcLogin(provider, settings, options, verifier, keys));
    }

    /** Where to send the browser. */
    public String authorizationUrl(OidcAttempt attempt) {
        List<String> scopes = new ArrayList<>(List.of("openid"));
        scopes.addAll(settings.scopes());
        return provider.authorizeURL(new OAuth2AuthorizationURL()
                .setRedirectUri(attempt.redirectUri())
                .setState(attempt.state())
                .setCodeChallenge(attempt.codeChallenge())
                .setCodeChallengeMethod("S256")
                .setScopes(scopes)
                .putAdditionalParameter("nonce", attempt.nonce()));
    }

    /** Exchanges the code that came back; completes empty when the person is no administrator. */
    public Future<Optional<AdminPrincipal>> finish(OidcAttempt attempt, String code) {
        return provider.authenticate(new Oauth2Credentials()
                        .setFlow(OAuth2FlowType.AUTH_CODE)
                        .setCode(code)
                        .setCodeVerifier(attempt.codeVerifier())
                        .setRedirectUri(attempt.redirectUri()))
                .timeout(LONGEST_EXCHANGE.toMillis(), TimeUnit.MILLISECONDS)
                .compose(user -> verify(user.principal(), attempt))
                .map(this::principal);
    }

    private Future<ObjectNode> verify(JsonObject tokens, OidcAttempt attempt) {
        ParsedJwt idToken = ParsedJwt.parse(tokens.getString("id_token", ""));
        JwtRules rules = new JwtRules(
                settings.issuer(),
                Set.of(settings.clientId()),
                EnumSet.allOf(SignatureAlgorithm.class),
                Set.of("jwt"),
                false,
                LONGEST_TOKEN,
                JwtRules.USUAL_LEEWAY);
        return verifier.verify(idToken, rules, keys.at(String.valueOf(discovered.getJwkPath())))
                .compose(claims -> Claims.text(claims, "nonce").equals(Optional.of(attempt.nonce()))
                        ? Future.succeededFuture(claims)
                        : Future.failedFuture(ScimException.of(
                                ErrorKind.UNAUTHORIZED, "The login was not begun in this browser; begin again.")));
    }

    private Optional<AdminPrincipal> principal(ObjectNode claims) {
        return settings.roles()
                .role(claims)
                .flatMap(role -> name(claims, settings.nameClaim())
                        .or(() -> name(claims, "sub"))
                        .map(name -> new AdminPrincipal(PREFIX + name, role)));
    }

    private static Optional<String> name(ObjectNode claims, String claim) {
        return Claims.text(claims, claim)
                .filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME && Texts.isStorable(name))
                .filter(name -> name.chars().noneMatch(Character::isISOControl));
    }
}
