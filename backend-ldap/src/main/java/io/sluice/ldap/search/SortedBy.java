package io.sluice.ldap.search;

import io.sluice.core.filter.ComparisonForm;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Writes what a resource is sorted by into a cursor: one letter for the kind, then the value. */
final class SortedBy {

    /** A cursor travels in a URL. Of a longer text the beginning is kept: what follows it may be listed twice, none is left out. */
    private static final int MOST_CHARACTERS = 200;

    private static final String NOTHING = "-";

    private SortedBy() {}

    static String text(Optional<ComparisonForm> form) {
        return form.map(value -> switch (value) {
                    case ComparisonForm.Text text -> "t" + cut(text.value());
                    case ComparisonForm.Numeric number -> "n" + number.value();
                    case ComparisonForm.Bool bool -> "b" + bool.value();
                    case ComparisonForm.Time time -> "d" + time.value();
                })
                .orElse(NOTHING);
    }

    /**
     * @throws RuntimeException when it is not what {@link #text} makes
     */
    static Optional<ComparisonForm> parse(String text) {
        String value = text.substring(1);
        return switch (text.charAt(0)) {
            case 't' -> Optional.of(new ComparisonForm.Text(value));
            case 'n' -> Optional.of(new ComparisonForm.Numeric(new BigDecimal(value)));
            case 'b' -> Optional.of(new ComparisonForm.Bool(Boolean.parseBoolean(value)));
            case 'd' -> Optional.of(new ComparisonForm.Time(Instant.parse(value)));
            case '-' -> Optional.empty();
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, halved ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
    }
}
