package io.sluice.gateway.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All settings of one configuration; reading one that is wrong throws, after all of them have been checked. */
final class Settings {

    private final Map<String, RawSetting> raw;
    private final Map<String, ObjectNode> sections;

    Settings(Map<String, RawSetting> raw, Map<String, ObjectNode> sections) {
        this.raw = Map.copyOf(raw);
        this.sections = Map.copyOf(sections);
    }

    <T> T get(ConfigKey<T> key) {
        RawSetting setting = setting(key);
        try {
            return key.kind().reader().apply(setting.text());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(new ConfigProblem(key.path(), reason(key, setting, e), setting.source()));
        }
    }

    RawSetting setting(ConfigKey<?> key) {
        RawSetting setting = raw.get(key.path());
        return setting == null ? new RawSetting(key.fallback(), new Source.Default()) : setting;
    }

    Map<String, ObjectNode> sections() {
        return sections;
    }

    List<ConfigProblem> problems() {
        List<ConfigProblem> problems = new ArrayList<>();
        for (ConfigKey<?> key : Config.keys()) {
            try {
                get(key);
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        return problems;
    }

    private static String reason(ConfigKey<?> key, RawSetting setting, IllegalArgumentException e) {
        String shown = key.secret() ? "the value" : "\"" + setting.text() + "\"";
        return shown + " " + e.getMessage();
    }
}
