package io.sluice.ldap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.error.ScimException;
import io.sluice.core.filter.ComparisonForm;
import io.sluice.core.resource.SortKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final Position AFTER_D =
            Position.parse(Position.before(4, hits("a", "b", "c", "d", "e")).text());

    @Test
    void goesOnAfterTheLastResourceWhereverItStandsNow() {
        assertThat(in(hits("1", "2", "a", "b", "c", "d", "e"))).isEqualTo(6);
    }

    @Test
    void goesOnWhereTheLastResourceWouldBeWhenAllOfThePageWereDeleted() {
        assertThat(in(hits("e", "f"))).isZero();
        assertThat(in(hits("1", "2", "3", "4", "5", "e"))).isEqualTo(5);
        assertThat(in(hits())).isZero();
    }

    @Test
    void ofALongTextOneCannotTellNothingIsLeftOut() {
        String same = "x".repeat(1_000);
        Position position = Position.parse(new Position(1, key(same + "b", "deleted")).text());

        assertThat(position.text()).hasSizeLessThan(300);
        assertThat(position.in(List.of(key("w", "1"), key(same + "c", "2")), SortKey.comparator(true)))
                .isEqualTo(1);
    }

    static Stream<Optional<ComparisonForm>> whateverIsSortedByComesBack() {
        return Stream.of(
                Optional.empty(),
                Optional.of(new ComparisonForm.Text("a:b,\u0000 ü")),
                Optional.of(new ComparisonForm.Text("")),
                Optional.of(new ComparisonForm.Numeric(new BigDecimal("-1.5E+9"))),
                Optional.of(new ComparisonForm.Bool(true)),
                Optional.of(new ComparisonForm.Time(Instant.parse("2026-01-02T03:04:05.678Z"))));
    }

    @ParameterizedTest
    @MethodSource
    void whateverIsSortedByComesBack(Optional<ComparisonForm> form) {
        Position position = new Position(7, new SortKey(form, "id"));

        assertThat(Position.parse(position.text())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "7:id", "7:id:", "x:id:-", "7:id:nine", "7:id:q"})
    void whatIsNoPositionIsRefused(String text) {
        assertThatThrownBy(() -> Position.parse(text)).isInstanceOf(ScimException.class);
    }

    private static int in(List<SortKey> hits) {
        return AFTER_D.in(hits, SortKey.comparator(true));
    }

    private static List<SortKey> hits(String... names) {
        return Stream.of(names).map(name -> key(name, "id of " + name)).toList();
    }

    private static SortKey key(String text, String id) {
        return new SortKey(Optional.of(new ComparisonForm.Text(text)), id);
    }
}
