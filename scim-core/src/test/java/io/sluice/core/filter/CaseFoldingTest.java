package io.sluice.core.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldingTest {

    /** Its upper case is that of i, and yet they are two letters. */
    private static final int DOTLESS_I = 0x131;

    @ParameterizedTest
    @CsvSource({
        "BJensen@Example.COM, bjensen@example.com",
        "STRASSE, straße",
        "ΟΔΟΣ, οδος",
        "ΟΔΟΣ, οδοσ",
        "ﬁle, FILE",
        "É, e\u0301",
        "ＡＢＣ, ａｂｃ",
        "𐐀, 𐐨",
        "ǅ, ǆ",
        "İSTANBUL, i\u0307stanbul",
        "I\u0307, İ",
        "ISPARTA, isparta",
        "ışık, ıŞık"
    })
    void theseAreTheSame(String left, String right) {
        assertThat(CaseFolding.fold(left)).isEqualTo(CaseFolding.fold(right));
    }

    @ParameterizedTest
    @CsvSource({"a, ä", "Ａ, A", "o, ο", "ı, i", "ı, I", "İ, i", "İ, I", "İ, ı", "ırmak, irmak", "İrmak, irmak"})
    void theseAreNot(String left, String right) {
        assertThat(CaseFolding.fold(left)).isNotEqualTo(CaseFolding.fold(right));
    }

    @Test
    void whatIsFoldedAlreadyIsNotCopied() {
        String folded = "already folded 123";

        assertThat(CaseFolding.fold(folded)).isSameAs(folded);
    }

    @Test
    void everyCharacterFoldsOnceAndInAnyCase() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
                String text = Character.toString(c);
                String folded = CaseFolding.fold(text);
                assertThat(CaseFolding.fold(folded)).as("U+%04X", c).isEqualTo(folded);
                if (c != DOTLESS_I) {
                    assertThat(CaseFolding.fold(text.toUpperCase(Locale.ROOT)))
                            .as("U+%04X", c)
                            .isEqualTo(folded);
                }
                assertThat(CaseFolding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                        .as("U+%04X", c)
                        .isEqualTo(folded);
            }
        }
    }

    @Property
    void theOrderIsThatOfTheBytesInUtf8(@ForAll String left, @ForAll String right) {
        String a = new String(left.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String b = new String(right.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(Integer.signum(CaseFolding.CODE_POINT_ORDER.compare(a, b)))
                .isEqualTo(Integer.signum(Arrays.compareUnsigned(
                        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void surrogatesComeAfterTheBasicPlane() {
        assertThat(CaseFolding.CODE_POINT_ORDER.compare("😀", "\uffee")).isPositive();
        assertThat(CaseFolding.CODE_POINT_ORDER.compare("\uffee", "😀")).isNegative();
        assertThat(CaseFolding.CODE_POINT_ORDER.compare("a", "ab")).isNegative();
    }
}
