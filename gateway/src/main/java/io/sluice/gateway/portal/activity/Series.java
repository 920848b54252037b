package io.sluice.gateway.portal.activity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Successes and failures of the last hour, minute by minute, for the chart. */
final class Series {

    private static final int MINUTES = 60;

    private Series() {}

    static ObjectNode of(List<Exchange> exchanges, Instant now) {
        Instant begin = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(MINUTES - 1));
        int[] successes = new int[MINUTES];
        int[] failures = new int[MINUTES];
        for (Exchange exchange : exchanges) {
            long minute = Math.floorDiv(Duration.between(begin, exchange.time()).toMillis(), 60_000L);
            if (minute >= 0 && minute < MINUTES) {
                (exchange.succeeded() ? successes : failures)[(int) minute]++;
            }
        }
        return json(begin, successes, failures);
    }

    private static ObjectNode json(Instant begin, int[] successes, int[] failures) {
        ObjectNode series = JsonNodeFactory.instance.objectNode();
        ArrayNode times = series.putArray("times");
        ArrayNode good = series.putArray("successes");
        ArrayNode bad = series.putArray("failures");
        for (int minute = 0; minute < MINUTES; minute++) {
            times.add(begin.plus(Duration.ofMinutes(minute)).toString());
            good.add(successes[minute]);
            bad.add(failures[minute]);
        }
        return series;
    }
}
