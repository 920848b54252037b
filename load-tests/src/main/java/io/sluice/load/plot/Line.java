package io.sluice.load.plot;

import java.util.List;

/** A named line through points, from the smallest x to the largest. */
record Line(String name, List<Point> points) {

    record Point(double x, double y) {}

    Line {
        points = points.stream()
                .sorted(java.util.Comparator.comparingDouble(Point::x))
                .toList();
    }
}
