package io.sluice.load.report;

import java.util.List;

/** Mean and coefficient of variation. */
public final class Variation {

    private Variation() {}

    public static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** The sample's standard deviation over its mean; 0 for fewer than two values. */
    public static double of(List<Double> values) {
        double mean = mean(values);
        if (values.size() < 2 || mean == 0) {
            return 0;
        }
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.size() - 1)) / mean;
    }
}
