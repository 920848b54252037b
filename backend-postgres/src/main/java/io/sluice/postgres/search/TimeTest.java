package io.sluice.postgres.search;

import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.postgres.sql.Values;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Compares a column of times, which have microseconds, with a time that may have nanoseconds. */
final class TimeTest {

    private TimeTest() {}

    static String of(String column, Operator operator, Literal.Time literal, Parameters parameters) {
        Instant time = literal.value();
        boolean between = !time.equals(time.truncatedTo(ChronoUnit.MICROS));
        // Between two microseconds: what is at the earlier one is before the time, what is at the later one after it.
        return switch (operator) {
            case EQ, NE -> between ? "FALSE" : column + " = " + parameters.add(Values.time(time));
            case GT -> column + " > " + parameters.add(Values.time(time));
            case GE -> column + (between ? " > " : " >= ") + parameters.add(Values.time(time));
            case LT -> column + (between ? " <= " : " < ") + parameters.add(Values.time(time));
            case LE -> column + " <= " + parameters.add(Values.time(time));
            case CO, SW, EW -> throw new IllegalStateException("The binder lets no substring of a time through");
        };
    }
}
