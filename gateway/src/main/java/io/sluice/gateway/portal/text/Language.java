package io.sluice.gateway.portal.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the portal. */
public enum Language {
    ENGLISH("en", "English"),
    FRENCH("fr", "Français"),
    JAPANESE("ja", "日本語");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /** As in the {@code lang} attribute of HTML. */
    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The one that suits an {@code Accept-Language} header best (RFC 4647 section 3.4), English when none does. */
    public static Language preferred(String header) {
        try {
            List<Locale> available = List.of(ENGLISH.locale(), FRENCH.locale(), JAPANESE.locale());
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), available);
            return best == null ? ENGLISH : of(best.getLanguage()).orElse(ENGLISH);
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }
}
