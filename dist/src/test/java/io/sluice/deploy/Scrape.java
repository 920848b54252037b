package io.sluice.deploy;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.postgres.server.TestDatabase;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gateway on PostgreSQL shows Prometheus after some traffic.
 *
 * @param samples the label names of each sample's name
 * @param descriptions of each family
 */
record Scrape(Map<String, Set<String>> samples, Map<String, String> descriptions) {

    private static final Pattern SAMPLE = Pattern.compile("^([a-z_:][a-z0-9_:]*)(?:\\{(.*)})? ", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
    private static final Pattern HELP = Pattern.compile("^# HELP (\\S+) (.*)$", Pattern.MULTILINE);

    private static final class Shared {
        static final Scrape SCRAPE = take();
    }

    static Scrape shared() {
        return Shared.SCRAPE;
    }

    private static Scrape take() {
        Map<String, String> settings = Map.of(
                "SLUICE_BACKEND_DEFAULT", "postgres",
                "SLUICE_BACKEND_CONTROL", "postgres",
                "SLUICE_POSTGRES_URI", TestDatabase.create().uri());
        try (Gateway gateway = Gateway.start(settings)) {
            traffic(gateway.tenant("scraped"));
            return parse(gateway.management().get("/metrics").expect(200).text());
        }
    }

    private static void traffic(Client scim) {
        String id = scim.post("/Users", Bodies.user("ada")).expect(201).at("/id");
        scim.post("/Users", Bodies.user("ada")).expect(409);
        scim.post("/Groups", Bodies.group("g", id)).expect(201);
        scim.get("/Users/" + id).expect(200);
        scim.get("/Users?filter=userName%20eq%20%22ada%22").expect(200);
        scim.get("/Users/none").expect(404);
        // The capital letter is a dialect's, and counted.
        scim.patch("/Users/" + id, Bodies.patch("{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}"))
                .expect(200);
        scim.delete("/Users/" + id).expect(204);
    }

    static Scrape parse(String text) {
        Map<String, Set<String>> samples = new TreeMap<>();
        for (Matcher sample = SAMPLE.matcher(text); sample.find(); ) {
            Set<String> labels = samples.computeIfAbsent(sample.group(1), name -> new LinkedHashSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
            }
        }
        Map<String, String> descriptions = new LinkedHashMap<>();
        HELP.matcher(text).results().forEach(help -> descriptions.put(help.group(1), help.group(2)));
        return new Scrape(samples, descriptions);
    }

    /** The labels of a family; a histogram's are those of its parts but "le". */
    List<String> labels(String family) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().equals(family)
                        || List.of("_total", "_count", "_sum", "_bucket", "_max").stream()
                                .anyMatch(suffix -> sample.getKey().equals(family + suffix)))
                .flatMap(sample -> sample.getValue().stream())
                .filter(label -> !label.equals("le"))
                .distinct()
                .sorted()
                .toList();
    }
}
