package io.sluice.gateway.portal.page;

import io.sluice.gateway.control.Idp;

/** The names of identity providers as people write them. */
public final class Vendors {

    private Vendors() {}

    /** Of an event or a token; a name that is none of a vendor's stays as it is. */
    public static String label(String word) {
        for (Idp idp : Idp.values()) {
            if (idp.word().equals(word)) {
                return idp.label();
            }
        }
        return word;
    }
}
