package io.sluice.core.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "2008-01-23T04:56:22Z, 2008-01-23T04:56:22Z",
        "2008-01-23T04:56:22.5Z, 2008-01-23T04:56:22.500Z",
        "2008-01-23T04:56:22.123456789999Z, 2008-01-23T04:56:22.123456789Z",
        "2008-01-23T04:56:22+01:00, 2008-01-23T03:56:22Z",
        "2008-01-23T04:56:22-05:30, 2008-01-23T10:26:22Z",
        "2008-01-23T04:56:22, 2008-01-23T04:56:22Z",
        "2008-02-29T24:00:00Z, 2008-03-01T00:00:00Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500Z"
    })
    void reads(String text, Instant instant) {
        assertThat(DateTimeText.read(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2008",
                "2008-01-23",
                "2008-01-23T04:56Z",
                "2008-01-23 04:56:22Z",
                "2008-01-23t04:56:22z",
                "2008-1-23T04:56:22Z",
                "2008-13-01T00:00:00Z",
                "2007-02-29T00:00:00Z",
                "2008-01-23T24:00:01Z",
                "2008-01-23T24:00:00.1Z",
                "2008-01-23T04:60:22Z",
                "2008-01-23T04:56:60Z",
                "2008-01-23T04:56:22.Z",
                "2008-01-23T04:56:22+1",
                "2008-01-23T04:56:22+15:00",
                "2008-01-23T04:56:22Zx",
                "2008-01-23T04:56:22ZZ",
                "２008-01-23T04:56:22Z"
            })
    void refuses(String text) {
        assertThat(DateTimeText.read(text)).isEmpty();
    }

    @Property
    void everyInstantReadsBack(
            @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);

        assertThat(DateTimeText.read(instant.toString())).contains(instant);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        assertThat(DateTimeText.read(text)).isEmpty();
    }
}
