package io.sluice.load.plot;

import io.sluice.load.report.Row;
import java.util.function.ToDoubleFunction;

/** What of a row is drawn. */
enum Figure {
    P50("p50", row -> row.latency().p50() / 1_000.0),
    P99("p99", row -> row.latency().p99() / 1_000.0),
    P999("p99.9", row -> row.latency().p999() / 1_000.0),
    RATE("per s", Row::perSecond),
    CPU("CPU ms", Row::cpuPerThousand);

    private final String text;
    private final ToDoubleFunction<Row> value;

    Figure(String text, ToDoubleFunction<Row> value) {
        this.text = text;
        this.value = value;
    }

    String text() {
        return text;
    }

    double of(Row row) {
        return value.applyAsDouble(row);
    }
}
