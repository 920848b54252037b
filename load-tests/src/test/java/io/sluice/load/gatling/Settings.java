package io.sluice.load.gatling;

import io.sluice.load.scenario.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The system properties of a run. README.md of this module lists them. */
record Settings(
        Scale scale, int tenants, Optional<Double> rate, int inFlight, double compress, int seconds, boolean baseline) {

    static Settings read() {
        int users = number("users", 1_000);
        Scale usual = Scale.of(users);
        Scale scale = new Scale(
                users,
                number("groups", usual.groups()),
                number("largestGroup", usual.largestGroup()),
                number("cycles", usual.cycles()),
                number("bulk", usual.bulk()),
                number("seed", 1));
        return new Settings(
                scale,
                number("tenants", 1),
                text("rate").map(Double::valueOf),
                number("inFlight", 32),
                number("compress", 120),
                number("seconds", 60),
                text("baseline").map(Boolean::valueOf).orElse(false));
    }

    static List<String> scenarios() {
        return List.of(text("scenario").orElse("entra-initial").split(","));
    }

    /** Where Gatling was told to put its folders: the working directory is that of whoever called Maven. */
    static Path results() {
        return Path.of(text("sluice.results")
                .orElseThrow(
                        () -> new IllegalStateException("-Dsluice.results has to name Gatling's folder of results")));
    }

    static Optional<String> text(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }

    private static int number(String name, int otherwise) {
        return Integer.getInteger(name, otherwise);
    }

    /** For the summary. */
    Map<String, String> described() {
        Map<String, String> all = new TreeMap<>();
        all.put("tenants", "" + tenants);
        all.put("users", "" + scale.users());
        all.put("groups", "" + scale.groups());
        all.put("largest group", "" + scale.largestGroup());
        all.put("seed", "" + scale.seed());
        all.put(
                "pace",
                rate.map(perSecond -> "open, " + perSecond + "/s a tenant")
                        .orElse("closed, " + inFlight + " in flight"));
        return all;
    }
}
