package io.sluice.gateway.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the configuration together: defaults, then the file, then the environment. */
public final class ConfigReader {

    static final String PREFIX = "SLUICE_";

    private final Map<String, String> environment;
    private final Set<String> sectionNames;

    /**
     * @param sectionNames the names of backends and stores, each of which has a section of its own
     */
    public ConfigReader(Map<String, String> environment, Set<String> sectionNames) {
        this.environment = Map.copyOf(environment);
        this.sectionNames = Set.copyOf(sectionNames);
    }

    /**
     * @throws ConfigException with every problem, each with its key, reason and line
     */
    public EffectiveConfig read(Optional<Path> file) {
        Set<String> known = Config.keys().stream().map(ConfigKey::path).collect(Collectors.toSet());
        Map<String, RawSetting> settings = new HashMap<>();
        Map<String, ObjectNode> sections = new LinkedHashMap<>();
        List<ConfigProblem> problems = new ArrayList<>();
        file.map(path -> YamlFile.read(path, known, sectionNames)).ifPresent(yaml -> {
            settings.putAll(yaml.settings());
            sections.putAll(yaml.sections());
            problems.addAll(yaml.problems());
        });
        overrideByEnvironment(settings, sections);
        Settings all = new Settings(settings, sections);
        problems.addAll(all.problems());
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new EffectiveConfig(Config.read(all), all);
    }

    private void overrideByEnvironment(Map<String, RawSetting> settings, Map<String, ObjectNode> sections) {
        for (ConfigKey<?> key : Config.keys()) {
            String value = environment.get(key.variable());
            if (value != null) {
                settings.put(key.path(), new RawSetting(value, new Source.Environment(key.variable())));
            }
        }
        environment.forEach((variable, value) -> sectionNames.forEach(name -> {
            String prefix = PREFIX + name.toUpperCase(Locale.ROOT) + "_";
            if (variable.startsWith(prefix) && variable.length() > prefix.length()) {
                sections.computeIfAbsent(name, ignored -> JsonNodeFactory.instance.objectNode())
                        .set(camelCase(variable.substring(prefix.length())), YamlTree.scalar(value));
            }
        }));
    }

    private static String camelCase(String words) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (char c : words.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }
}
