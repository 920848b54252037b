package io.sluice.ldap.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.resource.SortKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Position AFTER_D =
            Position.parse(Position.before(4, hits("a", "b", "c", "d", "e")).text());

    @Test
    void goesOnAfterTheLastResourceWhereverItStandsNow() {
        assertThat(AFTER_D.in(hits("x", "y", "a", "b", "c", "d", "e"), false)).isEqualTo(6);
    }

    @Test
    void goesOnAfterTheNearestSurvivorWhenTheLastResourcesWereDeleted() {
        assertThat(AFTER_D.in(hits("x", "y", "z", "a", "b", "e"), false)).isEqualTo(5);
    }

    @Test
    void goesByTheIdWhenThatIsTheOrder() {
        assertThat(AFTER_D.in(hits("a", "b", "e", "f"), true)).isEqualTo(2);
    }

    private static List<SortKey> hits(String... ids) {
        return Stream.of(ids).map(id -> new SortKey(Optional.empty(), id)).toList();
    }
}
