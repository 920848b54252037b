package io.sluice.postgres.search;

import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.postgres.sql.Values;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Compares a column of times, which have microseconds, with a time that may have nanoseconds. */
final class TimeTest {

    private TimeTest() {}

    /** Between two microseconds: what is at the earlier one is before the time, what is at the later one after it. */
    static String of(String column, Operator operator, Literal.Time literal, Parameters parameters) {
        Instant floor = literal.value().truncatedTo(ChronoUnit.MICROS);
        boolean between = !literal.value().equals(floor);
        Instant ceiling = between ? floor.plus(1, ChronoUnit.MICROS) : floor;
        return switch (operator) {
            case EQ, NE -> column + " BETWEEN " + time(ceiling, parameters) + " AND " + time(floor, parameters);
            case GT -> column + " > " + time(floor, parameters);
            case GE -> column + " >= " + time(ceiling, parameters);
            case LT -> column + " < " + time(ceiling, parameters);
            case LE -> column + " <= " + time(floor, parameters);
            case CO, SW, EW -> throw new IllegalStateException("The binder lets no substring of a time through");
        };
    }

    private static String time(Instant instant, Parameters parameters) {
        return parameters.add(Values.time(instant));
    }
}
