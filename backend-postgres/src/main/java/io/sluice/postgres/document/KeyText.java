package io.sluice.postgres.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The text of an indexed column. An index entry has a largest size, so a longer text is kept as its beginning and a digest of
 * the whole: texts are equal if and only if their keys are. Against a text of at most {@value #LONGEST} characters keys also
 * compare and begin as the whole texts do.
 */
public final class KeyText {

    public static final int LONGEST = 256;

    private static final char BEFORE_DIGEST = '\uFFFF';

    private KeyText() {}

    public static String of(String comparisonForm) {
        return isWhole(comparisonForm)
                ? comparisonForm
                : comparisonForm.substring(0, end(comparisonForm)) + BEFORE_DIGEST + digest(comparisonForm);
    }

    /** Whether the key is the text itself. */
    public static boolean isWhole(String comparisonForm) {
        return comparisonForm.length() <= LONGEST;
    }

    /** Never between the two halves of a character. */
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
