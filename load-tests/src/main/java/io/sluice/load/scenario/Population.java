package io.sluice.load.scenario;

import io.sluice.gateway.demo.data.People;
import io.sluice.gateway.demo.data.Person;
import java.util.SplittableRandom;

/** The people and memberships of a seed, the same in every run. Seed 1 makes the people of {@code load fill}. */
public final class Population {

    private static final int LAST = 90_000_000;

    private final People people = new People();
    private final Scale scale;
    private final int offset;

    public Population(Scale scale) {
        this.scale = scale;
        this.offset = (int) Math.floorMod((scale.seed() - 1) * 10_000_019L, (long) LAST);
    }

    public Person person(int index) {
        return people.person(offset + index);
    }

    /** Zipf's law: the second group is half as large as the first, the third a third, ... */
    public int groupSize(int group) {
        return Math.max(1, scale.largestGroup() / (group + 1));
    }

    /** All memberships together. */
    public int memberships() {
        int sum = 0;
        for (int group = 0; group < scale.groups(); group++) {
            sum += groupSize(group);
        }
        return sum;
    }

    /** The index of a member; the members of one group are different people. */
    public int member(int group, int position) {
        return Math.floorMod(draw(group, 7) + position, scale.users());
    }

    public String groupName(int group) {
        return "Team %05d-%d \"Röntgen\" 部".formatted(group, scale.seed());
    }

    public String groupExternalId(int group) {
        return "grp-%d-%05d".formatted(scale.seed(), group);
    }

    /** The user that the change of that number in that cycle is about; the changes of one cycle are about different users. */
    public int changed(int cycle, int number) {
        int stride = scale.users() / scale.changes();
        return Math.min(scale.users() - 1, number * stride + draw(cycle, 11) % stride);
    }

    private int draw(int number, int purpose) {
        return new SplittableRandom(scale.seed() * 1_000_003 + number * 31L + purpose).nextInt(Integer.MAX_VALUE);
    }
}
