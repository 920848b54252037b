package io.sluice.load.report;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * How far the machine disturbed the run.
 *
 * @param baselinePerSecond requests/s of the raw HTTP server, on average; 0 when it was not run
 * @param baselineVariation its coefficient of variation between rounds
 * @param others the share of the machine's CPU that programs outside of this run used
 * @param stolen the share that a hypervisor gave to others
 */
public record Noise(double baselinePerSecond, double baselineVariation, double others, double stolen) {

    public static final Noise UNKNOWN = new Noise(0, 0, 0, 0);

    private static final double MOST_VARIATION = 0.10;
    private static final double MOST_OTHERS = 0.10;
    private static final double MOST_STOLEN = 0.05;

    /** Whether figures of this run should not be published. */
    public boolean isNoisy() {
        return baselineVariation > MOST_VARIATION || others > MOST_OTHERS || stolen > MOST_STOLEN;
    }

    /** One line. */
    public String text() {
        String figures = String.format(
                Locale.ROOT,
                "raw HTTP baseline %.0f/s, coefficient of variation %.1f %%; other programs %.1f %% of the CPU, stolen %.1f %%",
                baselinePerSecond,
                baselineVariation * 100,
                others * 100,
                stolen * 100);
        return (isNoisy() ? "NOISY MACHINE, do not publish: " : "Quiet enough: ") + figures;
    }

    JsonObject json() {
        return new JsonObject()
                .put("noisy", isNoisy())
                .put("baselinePerSecond", baselinePerSecond)
                .put("baselineVariation", baselineVariation)
                .put("othersShare", others)
                .put("stolenShare", stolen);
    }

    static Noise from(JsonObject json) {
        return new Noise(
                json.getDouble("baselinePerSecond", 0.0),
                json.getDouble("baselineVariation", 0.0),
                json.getDouble("othersShare", 0.0),
                json.getDouble("stolenShare", 0.0));
    }
}
