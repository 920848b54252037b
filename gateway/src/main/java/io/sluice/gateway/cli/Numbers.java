package io.sluice.gateway.cli;

import io.sluice.core.json.WholeNumber;
import java.math.BigInteger;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How numbers are written on the command line: as in URLs and in the configuration, and not as Java reads them. */
final class Numbers {

    private static final int LONGEST = 20;

    private Numbers() {}

    /** For all commands that are there by now. */
    static void takeBy(CommandLine commandLine) {
        ITypeConverter<Integer> whole = text -> WholeNumber.parse(text).orElseThrow(() -> none(text));
        commandLine.registerConverter(Integer.class, whole).registerConverter(int.class, whole);
        commandLine.registerConverter(Long.class, Numbers::large).registerConverter(long.class, Numbers::large);
    }

    private static long large(String text) {
        if (text.length() > LONGEST) {
            throw none(text);
        }
        return WholeNumber.of(text)
                .filter(value -> value.bitLength() < Long.SIZE)
                .map(BigInteger::longValue)
                .orElseThrow(() -> none(text));
    }

    private static TypeConversionException none(String text) {
        return new TypeConversionException("'" + text + "' is not a whole number that can be used here");
    }
}
