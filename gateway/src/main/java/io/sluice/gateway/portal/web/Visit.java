package io.sluice.gateway.portal.web;

import io.sluice.gateway.portal.session.Session;
import io.sluice.gateway.portal.text.Language;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the portal.
 *
 * @param method {@code GET} or {@code POST}
 * @param path below {@code /portal}, decoded; begins with a slash
 * @param segments what stood in the places of the route's names
 * @param partial whether a script asks for a part of a page instead of the reader for a page
 * @param departure the cookie of a login that is under way at an OpenID provider
 */
public record Visit(
        String method,
        String path,
        Map<String, String> segments,
        Params query,
        Params form,
        Optional<Session> session,
        Reader reader,
        boolean partial,
        Optional<String> departure) {

    /**
     * What is known of whoever reads.
     *
     * @param publicUrl scheme and authority as the reader's browser knows them
     */
    public record Reader(Language language, Theme theme, String clientAddress, String requestId, String publicUrl) {}

    public Visit {
        segments = Map.copyOf(segments);
    }

    /** The part of the path that stands in the place of this name. */
    public String segment(String name) {
        return Optional.ofNullable(segments.get(name))
                .orElseThrow(() -> new IllegalStateException("No segment " + name));
    }

    /** The same with what stood in the places of the names. */
    public Visit at(Map<String, String> found) {
        return new Visit(method, path, found, query, form, session, reader, partial, departure);
    }

    /** Whoever is logged in; pages behind the login only. */
    public Session admitted() {
        return session.orElseThrow(() -> new IllegalStateException("Nobody is logged in"));
    }
}
