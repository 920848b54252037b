package io.sluice.load.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** An axis from a value to a value, over so many pixels. */
record Axis(double from, double to, boolean logarithmic, double length) {

    private static final int STEPS = 5;

    /** Linear from 0 to a mark, or logarithmic over whole decades. */
    static Axis over(DoubleStream values, boolean logarithmic, double length) {
        double[] all = values.toArray();
        double most = DoubleStream.of(all).max().orElse(1);
        if (!logarithmic) {
            double step = step(most == 0 ? 1 : most);
            return new Axis(0, Math.max(1, Math.ceil(most / step)) * step, false, length);
        }
        double least = DoubleStream.of(all).filter(value -> value > 0).min().orElse(1);
        double low = Math.pow(10, Math.floor(Math.log10(least)));
        double high = Math.pow(10, Math.ceil(Math.log10(Math.max(most, least * 1.0001))));
        return new Axis(low, high, true, length);
    }

    double at(double value) {
        double part = logarithmic
                ? (Math.log10(Math.max(value, from)) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))
                : (value - from) / (to - from);
        return part * length;
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        if (logarithmic) {
            for (double mark = from; mark <= to * 1.0001; mark *= 10) {
                marks.add(mark);
            }
            return marks;
        }
        double step = step(to - from);
        for (double mark = from; mark <= to * 1.0001; mark += step) {
            marks.add(mark);
        }
        return marks;
    }

    /** 1, 2 or 5 times a power of ten, so that there are about five of them. */
    private static double step(double width) {
        double rough = width / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(factor -> factor * power)
                .filter(size -> size >= rough)
                .findFirst()
                .orElse(rough);
    }

    static String label(double value) {
        return value >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value < 0.1 ? "%.3f" : "%.2f", value);
    }
}
