package io.sluice.gateway.portal;

import io.sluice.gateway.config.HttpConfig;
import io.sluice.gateway.http.ClientAddress;
import io.sluice.gateway.http.PublicUrl;
import io.sluice.gateway.portal.text.Language;
import io.sluice.gateway.portal.web.Cookies;
import io.sluice.gateway.portal.web.Theme;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** What a request tells of whoever reads. */
final class Readers {

    private final PublicUrl publicUrl;
    private final boolean trustForwarded;

    Readers(HttpConfig config) {
        this.publicUrl = new PublicUrl(config.publicUrl(), config.trustForwarded());
        this.trustForwarded = config.trustForwarded();
    }

    Visit.Reader of(HttpServerRequest request, String requestId) {
        return new Visit.Reader(
                language(request),
                cookie(request, Cookies.THEME).map(Theme::of).orElse(Theme.SYSTEM),
                ClientAddress.of(request, trustForwarded),
                requestId,
                publicUrl.of(request),
                request.getCookie(Cookies.SESSION) != null);
    }

    private static Language language(HttpServerRequest request) {
        return cookie(request, Cookies.LANGUAGE)
                .flatMap(Language::of)
                .orElseGet(() -> Language.preferred(Optional.ofNullable(request.getHeader("Accept-Language"))
                        .orElse("")));
    }

    private static Optional<String> cookie(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getCookie(name)).map(Cookie::getValue);
    }
}
