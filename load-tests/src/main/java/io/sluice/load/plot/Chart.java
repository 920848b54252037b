package io.sluice.load.plot;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Lines over two axes, as an SVG document that reads in light and dark. */
record Chart(String title, String xName, String yName, boolean xLogarithmic, boolean yLogarithmic, List<Line> lines) {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 80;
    private static final int TOP = 50;
    private static final int PLOT_WIDTH = 470;
    private static final int PLOT_HEIGHT = 300;
    /** Told apart also by people who confuse red and green (Okabe and Ito). */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#666666", "#b0a000");

    String svg() {
        Axis x = Axis.over(values(Line.Point::x), xLogarithmic, PLOT_WIDTH);
        Axis y = Axis.over(values(Line.Point::y), yLogarithmic, PLOT_HEIGHT);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n"
                        + "<text x=\"%d\" y=\"24\" font-size=\"16\" fill=\"#111111\">%s</text>%n",
                WIDTH,
                HEIGHT,
                LEFT,
                escaped(title)));
        grid(svg, x, y);
        for (int number = 0; number < lines.size(); number++) {
            draw(svg, lines.get(number), number, x, y);
        }
        return svg.append("</svg>\n").toString();
    }

    private DoubleStream values(ToDoubleFunction<Line.Point> coordinate) {
        return lines.stream().flatMap(line -> line.points().stream()).mapToDouble(coordinate);
    }

    private void grid(StringBuilder svg, Axis x, Axis y) {
        for (double mark : x.marks()) {
            double at = LEFT + x.at(mark);
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %d V%d\" stroke=\"#dddddd\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    at,
                    TOP,
                    TOP + PLOT_HEIGHT,
                    at,
                    TOP + PLOT_HEIGHT + 18,
                    Axis.label(mark)));
        }
        for (double mark : y.marks()) {
            double at = TOP + PLOT_HEIGHT - y.at(mark);
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%d %.1f H%d\" stroke=\"#dddddd\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT,
                    at,
                    LEFT + PLOT_WIDTH,
                    LEFT - 8,
                    at + 4,
                    Axis.label(mark)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                        + "<text transform=\"translate(18 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                LEFT + PLOT_WIDTH / 2,
                TOP + PLOT_HEIGHT + 42,
                escaped(xName),
                TOP + PLOT_HEIGHT / 2,
                escaped(yName)));
    }

    private static void draw(StringBuilder svg, Line line, int number, Axis x, Axis y) {
        String colour = COLOURS.get(number % COLOURS.size());
        StringBuilder path = new StringBuilder();
        for (Line.Point point : line.points()) {
            double atX = LEFT + x.at(point.x());
            double atY = TOP + PLOT_HEIGHT - y.at(point.y());
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", path.isEmpty() ? "M" : "L", atX, atY));
            svg.append(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", atX, atY, colour));
        }
        int legend = TOP + 10 + number * 20;
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
                        + "<path d=\"M%d %d h20\" stroke=\"%s\" stroke-width=\"2\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                path.toString().strip(),
                colour,
                LEFT + PLOT_WIDTH + 16,
                legend,
                colour,
                LEFT + PLOT_WIDTH + 42,
                legend + 4,
                escaped(line.name())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
