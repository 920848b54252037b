package io.sluice.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A configuration and where each of its settings came from. */
public final class EffectiveConfig {

    private static final String MASK = "********";
    private static final List<String> SECRET_WORDS = List.of("password", "secret", "token", "key", "uri", "url");

    private final Config config;
    private final Settings settings;

    EffectiveConfig(Config config, Settings settings) {
        this.config = config;
        this.settings = settings;
    }

    public Config config() {
        return config;
    }

    /** Whether nobody set that key. */
    public boolean isDefault(ConfigKey<?> key) {
        return settings.setting(key).source() instanceof Source.Default;
    }

    /** One line per setting with its origin; secrets are masked. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ConfigKey<?> key : Config.keys()) {
            RawSetting setting = settings.setting(key);
            String shown = key.secret() && !setting.text().isEmpty() ? MASK : setting.text();
            lines.add(key.path() + ": " + shown + "  # " + setting.source().text());
        }
        settings.sections().forEach((name, section) -> section(name, section, lines));
        return lines;
    }

    private static void section(String path, ObjectNode section, List<String> lines) {
        section.properties().forEach(property -> {
            String key = path + "." + property.getKey();
            if (property.getValue() instanceof ObjectNode nested) {
                section(key, nested, lines);
            } else {
                lines.add(key + ": " + shown(property.getKey(), property.getValue()));
            }
        });
    }

    /** A backend's own keys are unknown here, so whatever may hold a secret is masked; an address keeps its host. */
    private static String shown(String key, JsonNode value) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (SECRET_WORDS.stream().noneMatch(lower::contains)) {
            return value.isValueNode() ? value.asText() : value.toString();
        }
        String text = value.asText();
        int scheme = text.indexOf("://");
        int at = text.lastIndexOf('@');
        boolean address = lower.contains("uri") || lower.contains("url");
        if (!address || scheme < 0) {
            return MASK;
        }
        int query = text.indexOf('?', Math.max(at, 0));
        String host = text.substring(at < 0 ? scheme + 3 : at + 1, query < 0 ? text.length() : query);
        return text.substring(0, scheme + 3) + (at < 0 ? "" : MASK + "@") + host;
    }
}
