package io.sluice.gateway.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Puts the configuration together: defaults, then the file, then the environment. */
public final class ConfigReader {

    static final String PREFIX = "SLUICE_";

    private final Map<String, String> environment;
    private final Map<String, Consumer<ObjectNode>> checks;

    /**
     * @param checks of the sections of backends and stores, by their names; one throws an IllegalArgumentException with key and reason
     */
    public ConfigReader(Map<String, String> environment, Map<String, Consumer<ObjectNode>> checks) {
        this.environment = Map.copyOf(environment);
        this.checks = Map.copyOf(checks);
    }

    /**
     * @throws ConfigException with every problem, each with its key, reason and line
     */
    public EffectiveConfig read(Optional<Path> file) {
        Set<String> known = Config.keys().stream().map(ConfigKey::path).collect(Collectors.toSet());
        Map<String, RawSetting> settings = new HashMap<>();
        SectionSettings sections = new SectionSettings(checks);
        List<ConfigProblem> problems = new ArrayList<>();
        file.map(path -> YamlFile.read(path, known, checks.keySet())).ifPresent(yaml -> {
            settings.putAll(yaml.settings());
            sections.add(yaml);
            problems.addAll(yaml.problems());
        });
        overrideByEnvironment(settings, sections);
        Settings all = new Settings(settings, sections.trees());
        problems.addAll(all.problems());
        problems.addAll(sections.problems());
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new EffectiveConfig(Config.read(all), all);
    }

    private void overrideByEnvironment(Map<String, RawSetting> settings, SectionSettings sections) {
        for (ConfigKey<?> key : Config.keys()) {
            String value = environment.get(key.variable());
            if (value != null) {
                settings.put(key.path(), new RawSetting(value, new Source.Environment(key.variable())));
            }
        }
        environment.forEach((variable, value) -> checks.keySet().forEach(name -> {
            String prefix = PREFIX + name.toUpperCase(Locale.ROOT) + "_";
            if (variable.startsWith(prefix) && variable.length() > prefix.length()) {
                sections.override(name, camelCase(variable.substring(prefix.length())), variable, value);
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
