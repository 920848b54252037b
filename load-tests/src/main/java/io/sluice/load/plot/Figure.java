package io.sluice.load.plot;

import io.sluice.load.report.Row;

/** What of a row is drawn. */
enum Figure {
    P50("p50"),
    P99("p99"),
    P999("p99.9"),
    RATE("per s"),
    CPU("CPU ms");

    private static final double MICROS = 1_000.0;

    private final String text;

    Figure(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    double of(Row row) {
        return switch (this) {
            case P50 -> row.latency().p50() / MICROS;
            case P99 -> row.latency().p99() / MICROS;
            case P999 -> row.latency().p999() / MICROS;
            case RATE -> row.perSecond();
            case CPU -> row.cpuPerThousand();
        };
    }
}
