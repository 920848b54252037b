package io.sluice.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.regex.Pattern;

/**
 * A statement as one connection keeps it, with one plan for all values.
 *
 * @param connection of which nothing but kept statements is asked any more
 * @param name unique on that connection
 * @param parameters how many it has
 */
record KeptStatement(Statement connection, String name, int parameters) {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    static KeptStatement of(Statement connection, String name, String text) throws SQLException {
        connection.execute("SET plan_cache_mode = force_generic_plan");
        connection.execute("PREPARE " + name + " AS " + text);
        int parameters = PARAMETER
                .matcher(text)
                .results()
                .mapToInt(result -> Integer.parseInt(result.group(1)))
                .max()
                .orElse(0);
        return new KeptStatement(connection, name, parameters);
    }

    /** One line for each step, without costs. */
    String plan() throws SQLException {
        String nulls = String.join(", ", Collections.nCopies(parameters, "NULL"));
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = connection.executeQuery("EXPLAIN (COSTS OFF) EXECUTE " + name + " (" + nulls + ")")) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
