package io.sluice.load.drive;

import java.util.List;
import java.util.Optional;

/** Several works that take turns, so that each gets the same share of the rate: one for each tenant, for example. */
public final class Turns implements Work {

    private final List<Work> works;
    private int turn;

    public Turns(List<? extends Work> works) {
        this.works = List.copyOf(works);
    }

    @Override
    public Optional<Shot> next() {
        for (int tried = 0; tried < works.size(); tried++) {
            Optional<Shot> shot = works.get(turn).next();
            turn = (turn + 1) % works.size();
            if (shot.isPresent()) {
                return shot;
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean finished() {
        return works.stream().allMatch(Work::finished);
    }
}
