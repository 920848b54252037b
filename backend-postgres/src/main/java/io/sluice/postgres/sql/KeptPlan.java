package io.sluice.postgres.sql;

import java.util.regex.Pattern;

/**
 * Statements that take arrays and whose plan the server keeps.
 *
 * <p>The server estimates a plan for given arrays with as many rows as they have, and a plan for all arrays with ten. For short ones
 * the former always looks cheaper, so that it would make a plan for each execution, which takes several times as long as executing
 * it. The length of an array that comes from a sub-select is unknown in both cases.
 *
 * <p>For the same reason statements that look for a group by its id say {@code type = (SELECT 'Group')}: the server counts the rows of
 * a type that it knows, and where there were a few groups when it counted, every index is as good as the primary key. A plan that is
 * kept would read all groups when there are many.
 */
public final class KeptPlan {

    private static final Pattern ARRAY = Pattern.compile("\\$\\d+::\\w+\\[]");

    private KeptPlan() {}

    /** The same statement with every array parameter, such as {@code $1::int[]}, in a sub-select. */
    public static String of(String statement) {
        return ARRAY.matcher(statement).replaceAll(array -> "(SELECT \\" + array.group() + ")");
    }
}
