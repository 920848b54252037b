package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.sluice.core.meter.Meters;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The meters of backends and stores, in the registry of the node, under the prefix {@code sluice}. */
final class RegistryMeters implements Meters {

    private static final String PREFIX = "sluice.";
    private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024};

    private final MeterRegistry registry;

    RegistryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Sizes sizes(String name, String description, Map<String, String> labels) {
        return DistributionSummary.builder(PREFIX + name)
                .description(description)
                .tags(tags(labels))
                .serviceLevelObjectives(SIZES)
                .register(registry)::record;
    }

    @Override
    public Count count(String name, String description, Map<String, String> labels) {
        return Counter.builder(PREFIX + name)
                .description(description)
                .tags(tags(labels))
                .register(registry)::increment;
    }

    @Override
    public void gauge(String name, String description, Map<String, String> labels, DoubleSupplier value) {
        Gauge.builder(PREFIX + name, value, DoubleSupplier::getAsDouble)
                .description(description)
                .tags(tags(labels))
                .strongReference(true)
                .register(registry);
    }

    private static List<Tag> tags(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList();
    }
}
