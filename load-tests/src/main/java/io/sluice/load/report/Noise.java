package io.sluice.load.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * How far the machine disturbed the run.
 *
 * @param baseline requests/s of the raw HTTP server in the rounds before and after the run; none when it was not asked
 * @param others the share of the machine's CPU that programs outside of this run used
 * @param stolen the share that a hypervisor gave to others
 */
public record Noise(List<Double> baseline, double others, double stolen) {

    public static final Noise UNKNOWN = new Noise(List.of(), 0, 0);

    private static final double MOST_VARIATION = 0.10;
    private static final double MOST_OTHERS = 0.10;
    private static final double MOST_STOLEN = 0.05;

    public Noise {
        baseline = List.copyOf(baseline);
    }

    /** Requests/s of the raw HTTP server on average. */
    public double baselinePerSecond() {
        return Variation.mean(baseline);
    }

    /** Its coefficient of variation between rounds. */
    public double baselineVariation() {
        return Variation.of(baseline);
    }

    /** Whether figures of this run should not be published. */
    public boolean isNoisy() {
        return baselineVariation() > MOST_VARIATION || others > MOST_OTHERS || stolen > MOST_STOLEN;
    }

    /** One line. */
    public String text() {
        if (equals(UNKNOWN)) {
            return "Nobody looked whether the machine was quiet";
        }
        String raw = baseline.isEmpty()
                ? "raw HTTP baseline not measured"
                : String.format(
                        Locale.ROOT,
                        "raw HTTP baseline %.0f/s, coefficient of variation %.1f %%",
                        baselinePerSecond(),
                        baselineVariation() * 100);
        String figures = String.format(
                Locale.ROOT, "%s; other programs %.1f %% of the CPU, stolen %.1f %%", raw, others * 100, stolen * 100);
        return (isNoisy() ? "NOISY MACHINE, do not publish: " : "Quiet enough: ") + figures;
    }

    JsonObject json() {
        return new JsonObject()
                .put("noisy", isNoisy())
                .put("baseline", new JsonArray(baseline))
                .put("baselinePerSecond", baselinePerSecond())
                .put("baselineVariation", baselineVariation())
                .put("othersShare", others)
                .put("stolenShare", stolen);
    }

    static Noise from(JsonObject json) {
        return new Noise(
                json.containsKey("baseline") ? rates(json.getJsonArray("baseline")) : two(json),
                json.getDouble("othersShare", 0.0),
                json.getDouble("stolenShare", 0.0));
    }

    private static List<Double> rates(JsonArray rates) {
        return rates.stream().map(rate -> ((Number) rate).doubleValue()).toList();
    }

    /** Older summaries hold no rates: two that have their mean and their variation. */
    private static List<Double> two(JsonObject json) {
        double mean = json.getDouble("baselinePerSecond", 0.0);
        double distance = mean * json.getDouble("baselineVariation", 0.0) / Math.sqrt(2);
        return List.of(mean - distance, mean + distance);
    }
}
