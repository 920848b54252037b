package io.sluice.gateway.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections of backends and stores while a configuration is put together, and where each of their keys comes from. */
final class SectionSettings {

    private static final Pattern NAMED = Pattern.compile("([\\w.\\[\\]-]+): (.*)", Pattern.DOTALL);

    private final Map<String, Consumer<ObjectNode>> checks;
    private final Map<String, ObjectNode> trees = new LinkedHashMap<>();
    private final Map<String, Source> places = new HashMap<>();

    /**
     * @param checks by the names of the sections
     */
    SectionSettings(Map<String, Consumer<ObjectNode>> checks) {
        this.checks = checks;
    }

    void add(YamlFile file) {
        trees.putAll(file.sections());
        places.putAll(file.places());
    }

    void override(String section, String key, String variable, String value) {
        trees.computeIfAbsent(section, ignored -> JsonNodeFactory.instance.objectNode())
                .set(key, YamlTree.scalar(value));
        places.putIfAbsent(section, new Source.Environment(variable));
        places.put(section + "." + key, new Source.Environment(variable));
    }

    Map<String, ObjectNode> trees() {
        return trees;
    }

    /** The first one of each section. */
    List<ConfigProblem> problems() {
        List<ConfigProblem> problems = new ArrayList<>();
        trees.forEach((name, section) -> {
            Consumer<ObjectNode> check = checks.getOrDefault(name, unchecked -> {});
            try {
                check.accept(section.deepCopy());
            } catch (IllegalArgumentException e) {
                problems.add(problem(name, String.valueOf(e.getMessage())));
            }
        });
        return problems;
    }

    /**
     * @param told by the owner of the section: its key, with or without the section's name, and the reason
     */
    private ConfigProblem problem(String section, String told) {
        Matcher named = NAMED.matcher(told);
        Source place = places.getOrDefault(section, new Source.Default());
        if (!named.matches()) {
            return new ConfigProblem(section, told, place);
        }
        String key = named.group(1);
        String path = key.startsWith(section + ".") ? key : section + "." + key;
        return new ConfigProblem(path, named.group(2), places.getOrDefault(path, place));
    }
}
