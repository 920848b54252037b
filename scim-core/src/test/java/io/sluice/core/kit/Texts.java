package io.sluice.core.kit;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Random texts out of a small pool, so that values meet: scripts, cases, look-alikes, and what pattern languages treat specially. */
record Texts(Random random) {

    private static final List<String> POOL = List.of(
            "Anna",
            "anna",
            "ANNA",
            "Ärger",
            "ärger",
            "ÄRGER",
            "A\u0308rger",
            "straße",
            "STRASSE",
            "Strasse",
            "ﬀ",
            "ff",
            "Ωmega",
            "ωMEGA",
            "ς",
            "σ",
            "Σ",
            "Лев",
            "ЛЕВ",
            "лев",
            "İ",
            "i",
            "ı",
            "I",
            "日本",
            "ﾆﾎﾝ",
            "ニホン",
            "العربية",
            "עברית",
            "😀",
            "👩‍🚀",
            "𐐀",
            "𐐨",
            "\uE000",
            "\uFFFD",
            "z",
            "Z",
            "100%",
            "a_b",
            "a%b",
            "aXb",
            "a\\b",
            "a\\\\b",
            "\"q\"",
            "'q'",
            "a*b",
            "(x)",
            "x)(y",
            "a b",
            " a b ",
            "a  b",
            "\ttab",
            "line\nbreak",
            "null",
            "true",
            "0",
            "-1",
            "work",
            "Work",
            "home",
            "WORK",
            "other",
            "x@example.com",
            "X@Example.COM",
            "y@example.org",
            "é",
            "e\u0301",
            "\u007f");

    String any() {
        String text = one(POOL);
        return random.nextInt(4) == 0 ? text + one(POOL) : text;
    }

    /** One of the texts, part of it, or it in another case. */
    String near(String text) {
        return switch (random.nextInt(6)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.toLowerCase(Locale.ROOT);
            case 2 -> part(text);
            default -> text;
        };
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Never half of a surrogate pair. */
    private String part(String text) {
        int length = text.codePointCount(0, text.length());
        int from = text.offsetByCodePoints(0, random.nextInt(length));
        int rest = text.codePointCount(from, text.length());
        String part = text.substring(from, text.offsetByCodePoints(from, 1 + random.nextInt(rest)));
        return part.isEmpty() ? text : part;
    }
}
