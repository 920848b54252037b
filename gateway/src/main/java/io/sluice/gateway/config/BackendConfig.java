package io.sluice.gateway.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The places where resources are kept.
 *
 * @param standard the backend of tenants that name none
 * @param control the store of tenants, credentials and audit
 * @param sections the settings of each backend and store, under its name
 */
public record BackendConfig(String standard, String control, Map<String, ObjectNode> sections) {

    static final ConfigKey<String> STANDARD =
            ConfigKey.of("backend.default", Kind.text(), "postgres", "The backend of tenants that do not name one.");
    static final ConfigKey<String> CONTROL = ConfigKey.of(
            "backend.control", Kind.text(), "postgres", "The store of tenants, credentials and the audit trail.");

    public BackendConfig {
        sections = Map.copyOf(sections);
    }

    static BackendConfig read(Settings settings) {
        return new BackendConfig(settings.get(STANDARD), settings.get(CONTROL), settings.sections());
    }

    /** The backends to run: the default one, and those that have a section. */
    public List<String> names() {
        return Stream.concat(Stream.of(standard), sections.keySet().stream().sorted())
                .distinct()
                .toList();
    }

    /** The settings of that backend or store, empty when it has no section. */
    public ObjectNode section(String name) {
        ObjectNode section = sections.get(name);
        return section == null ? JsonNodeFactory.instance.objectNode() : section;
    }
}
