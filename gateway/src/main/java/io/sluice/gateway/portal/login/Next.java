package io.sluice.gateway.portal.login;

import java.util.Optional;

/** Where a login leads. */
final class Next {

    private Next() {}

    /** A page of the portal and nothing else, so that no link can send a reader elsewhere after the login. */
    static String of(Optional<String> wanted) {
        return wanted.filter(path -> path.startsWith("/portal/") && path.chars().allMatch(c -> c > ' ' && c != '\\'))
                .orElse("/portal");
    }
}
