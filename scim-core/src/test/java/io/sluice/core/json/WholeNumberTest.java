package io.sluice.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WholeNumberTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, -1", "+7, 7", "007, 7", "2147483647, 2147483647", "-2147483648, -2147483648"})
    void asciiDigitsAreANumber(String text, int value) {
        assertThat(WholeNumber.parse(text)).hasValue(value);
        assertThat(WholeNumber.of(text)).contains(BigInteger.valueOf(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                "--1",
                "1-",
                "1.0",
                "1e3",
                "0x1",
                " 1",
                "1 ",
                "\uff11\uff10",
                "\u0661",
                "\u00b2",
                "\ud835\udfcf"
            })
    void anythingElseIsNone(String text) {
        assertThat(WholeNumber.parse(text)).isEmpty();
        assertThat(WholeNumber.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "99999999999999999999"})
    void whatNoIntHoldsIsANumberAllTheSame(String text) {
        assertThat(WholeNumber.parse(text)).isEmpty();
        assertThat(WholeNumber.of(text)).contains(new BigInteger(text));
    }
}
