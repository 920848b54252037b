package io.sluice.core.json;

/** What a text may hold: any Unicode scalar value but U+0000, which PostgreSQL and LDAP refuse. */
public final class Texts {

    private Texts() {}

    public static boolean isStorable(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == length || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
