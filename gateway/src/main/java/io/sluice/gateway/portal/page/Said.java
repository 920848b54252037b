package io.sluice.gateway.portal.page;

import io.sluice.gateway.portal.web.Visit;
import java.util.Locale;
import java.util.Optional;

/** What is said on the page that follows a deed; it travels in the address, so it is one of these and nothing else. */
public enum Said {
    ENABLED("said.enabled"),
    DISABLED("said.disabled"),
    REMOVED("said.removed"),
    SAVED("said.saved"),
    ADDED("said.added");

    private final String key;

    Said(String key) {
        this.key = key;
    }

    /** The address with this to be said there. */
    public String on(String address) {
        return address + "?" + Visit.SAID + "=" + name().toLowerCase(Locale.ROOT);
    }

    /** The page with what its address asks to be said. */
    public static Page heard(Page page, Visit visit) {
        return visit.query()
                .first(Visit.SAID)
                .flatMap(Said::of)
                .map(said -> page.with(new Notice("good", page.text(said.key))))
                .orElse(page);
    }

    private static Optional<Said> of(String word) {
        for (Said said : values()) {
            if (said.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }
}
