package io.sluice.gateway.portal.web;

import io.sluice.gateway.portal.session.Session;
import io.sluice.gateway.portal.text.Language;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** The field of a query with what is said on the page that follows a deed. */
    public static final String SAID = "said";

    /**
     * What is known of whoever reads.
     *
     * @param publicUrl scheme and authority as the reader's browser knows them
     * @param wasLoggedIn whether the browser sent the cookie of a session, be it over or not
     */
    public record Reader(
            Language language,
            Theme theme,
            String clientAddress,
            String requestId,
            String publicUrl,
            boolean wasLoggedIn) {}

    public Visit {
        segments = Map.copyOf(segments);
    }

    /** The address that was asked for with its query, but for what is said once. */
    public String address() {
        Map<String, String> fields = new TreeMap<>();
        query.values().keySet().stream()
                .filter(name -> !name.equals(SAID))
                .forEach(name -> fields.put(name, query.first(name).orElse("")));
        String text = Params.query(fields);
        return "/portal" + path + (text.isEmpty() ? "" : "?" + text);
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
