package io.sluice.gateway.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the YAML file: known keys flat with their lines, the sections of backends as trees. */
final class YamlFile {

    private final String name;
    private final Set<String> known;
    private final Set<String> sectionNames;
    private final Map<String, RawSetting> settings = new HashMap<>();
    private final Map<String, ObjectNode> sections = new HashMap<>();
    private final Map<String, Source> places = new HashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    private YamlFile(String name, Set<String> known, Set<String> sectionNames) {
        this.name = name;
        this.known = known;
        this.sectionNames = sectionNames;
    }

    static YamlFile read(Path path, Set<String> known, Set<String> sectionNames) {
        YamlFile file = new YamlFile(path.toString(), known, sectionNames);
        try (Reader reader = Files.newBufferedReader(path)) {
            new Compose(LoadSettings.builder().setLabel(path.toString()).build())
                    .composeReader(reader)
                    .ifPresent(file::root);
        } catch (NoSuchFileException e) {
            file.problem("configuration", "the file does not exist", 0);
        } catch (IOException e) {
            file.problem("configuration", "the file cannot be read: " + e.getMessage(), 0);
        } catch (MarkedYamlEngineException e) {
            file.problem("configuration", "is not YAML: " + e.getProblem(), line(e.getProblemMark()));
        } catch (YamlEngineException e) {
            file.problem("configuration", "is not YAML: " + e.getMessage(), 0);
        }
        return file;
    }

    Map<String, RawSetting> settings() {
        return settings;
    }

    Map<String, ObjectNode> sections() {
        return sections;
    }

    /** Where the sections of backends and each key in them stand, by their paths. */
    Map<String, Source> places() {
        return places;
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    private void root(Node node) {
        if (node instanceof MappingNode mapping) {
            mapping("", mapping);
        } else {
            problem("configuration", "must be a mapping of keys to values", line(node.getStartMark()));
        }
    }

    private void mapping(String prefix, MappingNode mapping) {
        Set<String> seen = new HashSet<>();
        for (var tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode().getStartMark());
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String path = prefix.isEmpty() ? key : prefix + "." + key;
            if (!seen.add(key)) {
                problem(path, "stands here a second time", line);
            } else {
                value(path, tuple.getValueNode(), line);
            }
        }
    }

    private void value(String path, Node node, int line) {
        if (sectionNames.contains(path)) {
            section(path, node, line);
        } else if (known.contains(path)) {
            leaf(path, node, line);
        } else if (node instanceof MappingNode mapping && isPrefix(path)) {
            mapping(path, mapping);
        } else {
            problem(path, "is not a key of the configuration" + suggestion(path), line);
        }
    }

    private void section(String path, Node node, int line) {
        if (node instanceof MappingNode mapping) {
            sections.put(path, YamlTree.object(mapping));
            note(path, mapping, line);
        } else {
            problem(path, "must be a mapping of keys to values", line);
        }
    }

    private void note(String path, Node node, int line) {
        places.put(path, new Source.FileLine(name, line));
        if (node instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    note(path + "." + key.getValue(), tuple.getValueNode(), line(key.getStartMark()));
                }
            }
        }
    }

    private void leaf(String path, Node node, int line) {
        Source source = new Source.FileLine(name, line);
        if (node instanceof ScalarNode scalar) {
            settings.put(path, new RawSetting(scalar.getValue(), source));
        } else if (node instanceof SequenceNode sequence
                && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            String joined = String.join(
                    ",",
                    sequence.getValue().stream()
                            .map(item -> ((ScalarNode) item).getValue())
                            .toList());
            settings.put(path, new RawSetting(joined, source));
        } else {
            problem(path, "must be a single value", line);
        }
    }

    private boolean isPrefix(String path) {
        return known.stream().anyMatch(key -> key.startsWith(path + "."));
    }

    private String suggestion(String path) {
        return known.stream()
                .filter(key -> key.equalsIgnoreCase(path) || key.endsWith("." + path))
                .findFirst()
                .map(key -> "; did you mean " + key + "?")
                .orElse("");
    }

    private void problem(String key, String reason, int line) {
        problems.add(new ConfigProblem(key, reason, new Source.FileLine(name, line)));
    }

    private static int line(Optional<org.snakeyaml.engine.v2.exceptions.Mark> mark) {
        return mark.map(at -> at.getLine() + 1).orElse(0);
    }
}
