package io.sluice.gateway.portal.operator;

import io.sluice.gateway.portal.page.Page;
import java.text.NumberFormat;

/** Figures as the reader's language writes them. */
public final class Quantities {

    private static final long MEBIBYTE = 1L << 20;

    private Quantities() {}

    /** With one digit behind the point at most. */
    public static String number(Page page, double value) {
        NumberFormat format = NumberFormat.getNumberInstance(page.language().locale());
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** In MiB. */
    public static String memory(Page page, long bytes) {
        return NumberFormat.getIntegerInstance(page.language().locale()).format(bytes / MEBIBYTE) + " MiB";
    }
}
