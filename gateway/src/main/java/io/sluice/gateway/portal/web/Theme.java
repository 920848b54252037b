package io.sluice.gateway.portal.web;

import java.util.Locale;

/** Light, dark, or as the reader's system has it. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The value of cookies and forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Anything unknown is as the system has it. */
    public static Theme of(String code) {
        for (Theme theme : values()) {
            if (theme.code().equals(code)) {
                return theme;
            }
        }
        return SYSTEM;
    }
}
