package io.sluice.gateway.config;

import java.util.List;
import java.util.Set;

/**
 * What the metrics tell apart.
 *
 * @param tenants that are counted by name; all others together are "other"
 */
public record MetricsConfig(Set<String> tenants) {

    private static final int MOST = 50;

    static final ConfigKey<List<String>> TENANTS = ConfigKey.of(
            "metrics.tenants",
            new Kind<>("list of at most " + MOST + " tenants", MetricsConfig::bounded),
            "",
            "Tenants whose requests are counted under their own name; all others are counted together as \"other\".");

    public MetricsConfig {
        tenants = Set.copyOf(tenants);
    }

    private static List<String> bounded(String text) {
        List<String> words =
                Kind.words().reader().apply(text).stream().distinct().toList();
        if (words.size() > MOST) {
            throw new IllegalArgumentException("must be a list of at most " + MOST + " tenants");
        }
        return words;
    }

    static MetricsConfig read(Settings settings) {
        return new MetricsConfig(Set.copyOf(settings.get(TENANTS)));
    }
}
