package io.sluice.gateway.portal.web;

import java.time.Duration;

/** The portal's cookies: never for scripts, never sent along by another site's page. */
public final class Cookies {

    public static final String SESSION = "sluice_session";
    public static final String LANGUAGE = "sluice_language";
    public static final String THEME = "sluice_theme";

    /** Of a login that is under way at an OpenID provider. */
    public static final String DEPARTURE = "sluice_oidc";

    private static final Duration YEAR = Duration.ofDays(365);

    private Cookies() {}

    /** Ends with the browser; the session's own times end it earlier. */
    public static String session(String value, boolean secure) {
        return SESSION + "=" + value + attributes(secure);
    }

    public static String endSession(boolean secure) {
        return SESSION + "=; Max-Age=0" + attributes(secure);
    }

    /** Something that the reader likes, kept for a year. */
    public static String preference(String name, String value, boolean secure) {
        return name + "=" + value + "; Max-Age=" + YEAR.toSeconds() + attributes(secure);
    }

    /** Comes back with the redirect from another site, which Strict would keep away; only to the pages that need it. */
    public static String departure(String value, Duration life, boolean secure) {
        return DEPARTURE + "=" + value + "; Max-Age=" + life.toSeconds() + "; Path=/portal/oidc; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    private static String attributes(boolean secure) {
        return "; Path=/portal; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }
}
