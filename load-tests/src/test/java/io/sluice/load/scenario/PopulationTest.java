package io.sluice.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PopulationTest {

    private final Scale scale = Scale.of(10_000);
    private final Population population = new Population(scale);

    @Test
    void aSeedMakesTheSameDataEveryTime() {
        Population again = new Population(Scale.of(10_000));

        assertThat(again.person(4_711).values(3))
                .isEqualTo(population.person(4_711).values(3));
        assertThat(again.member(17, 5)).isEqualTo(population.member(17, 5));
        assertThat(again.changed(2, 9)).isEqualTo(population.changed(2, 9));
    }

    @Test
    void anotherSeedMakesOtherPeople() {
        Population other = new Population(scale.withSeed(2));

        assertThat(other.person(0).userName()).isNotEqualTo(population.person(0).userName());
    }

    @Test
    void groupSizesFollowZipf() {
        assertThat(population.groupSize(0)).isEqualTo(2_000);
        assertThat(population.groupSize(1)).isEqualTo(1_000);
        assertThat(population.groupSize(3)).isEqualTo(500);
        assertThat(population.groupSize(199)).isEqualTo(10);
    }

    @Test
    void theMembersOfAGroupAreDifferentPeople() {
        List<Integer> members = IntStream.range(0, population.groupSize(0))
                .map(position -> population.member(0, position))
                .boxed()
                .toList();

        assertThat(members).doesNotHaveDuplicates().allMatch(index -> index >= 0 && index < 10_000);
    }

    @Test
    void aCycleChangesOneInAHundredAndNobodyTwice() {
        List<Integer> changed = IntStream.range(0, scale.changes())
                .map(number -> population.changed(1, number))
                .boxed()
                .toList();

        assertThat(changed).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void namesAreOfManyScripts() {
        List<Character.UnicodeScript> scripts = IntStream.range(0, 500)
                .mapToObj(index -> population.person(index).givenName())
                .map(name -> Character.UnicodeScript.of(name.codePointAt(0)))
                .distinct()
                .toList();

        assertThat(scripts).hasSizeGreaterThan(4);
    }
}
