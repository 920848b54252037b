package io.sluice.gateway.scim;

/** Ids are UUIDs in their canonical form; a backend is never asked about anything else. */
public final class ResourceIds {

    private static final int LENGTH = 36;

    private ResourceIds() {}

    public static boolean isId(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            boolean fits = dash ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
