package io.sluice.gateway.portal.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Everything that the portal says, read once; keys are the same in every language, which a test checks. */
public final class Messages {

    private final Map<Language, Map<String, String>> texts;

    private Messages(Map<Language, Map<String, String>> texts) {
        this.texts = texts;
    }

    public static Messages load() {
        Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, read("messages_" + language.code() + ".properties"));
        }
        return new Messages(texts);
    }

    private static Map<String, String> read(String file) {
        Properties properties = new Properties();
        try (var stream = Optional.ofNullable(Messages.class.getResourceAsStream(file))
                .orElseThrow(() -> new IllegalStateException("No " + file))) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return Map.copyOf(texts);
    }

    public Map<String, String> all(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    /** The text of that key with {@code {0}}, {@code {1}} ... replaced. */
    public String text(Language language, String key, Object... arguments) {
        String pattern = Optional.ofNullable(all(language).get(key))
                .orElseThrow(() -> new IllegalArgumentException("No text for the key " + key));
        return fill(pattern, arguments);
    }

    private static String fill(String pattern, Object... arguments) {
        String text = pattern;
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
