package io.sluice.postgres.write;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a batch of writes carries its audit events. */
final class Audit {

    /** Names of the columns that {@link Columns#events} adds. */
    static final String PARAMETERS = "slug, action, idp, actor, target, request_id, client_address, changes";

    private static final int COUNT = 8;

    private Audit() {}

    /** The parameters of the events, the first of them with that number. */
    static String arrays(int first) {
        return IntStream.range(first, first + COUNT)
                .mapToObj(number -> "$" + number + "::text[]")
                .collect(Collectors.joining(", "));
    }

    /**
     * The insertion for the rows that were written.
     *
     * @param from what joins the input, known as {@code i}, to the rows that were written
     * @param time the parameter with the time of the write
     * @param changes the expression for the changes
     */
    static String insert(String from, String time, String changes) {
        return """
                INSERT INTO audit_event
                    (tenant, at, id, action, idp, actor, target, outcome, request_id, client_address, changes)
                SELECT i.slug, %s, i.operation, i.action, i.idp, i.actor, i.target, 'success', i.request_id,
                    i.client_address, %s
                FROM %s""".formatted(time, changes, from);
    }
}
