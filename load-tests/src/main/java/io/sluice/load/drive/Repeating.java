package io.sluice.load.drive;

import java.util.Optional;

/** One operation without end, numbered from 0. */
final class Repeating implements Work {

    private final String name;
    private final Operation operation;
    private long sequence;

    Repeating(String name, Operation operation) {
        this.name = name;
        this.operation = operation;
    }

    @Override
    public Optional<Shot> next() {
        long number = sequence++;
        return Optional.of(new Shot(name, () -> operation.once(number)));
    }

    @Override
    public boolean finished() {
        return false;
    }
}
