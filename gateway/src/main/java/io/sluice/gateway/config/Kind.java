package io.sluice.gateway.config;

import io.sluice.core.json.WholeNumber;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of value: how it is written and how it is read.
 *
 * @param name as the documentation names it
 * @param reader fails with IllegalArgumentException whose message says what would be right
 */
public record Kind<T>(String name, Function<String, T> reader) {

    private static final int LEAST_SECRET = 16;

    public static Kind<String> text() {
        return new Kind<>("text", text -> text);
    }

    public static Kind<Optional<String>> optionalText() {
        return new Kind<>("text", text -> text.isBlank() ? Optional.empty() : Optional.of(text));
    }

    public static Kind<List<String>> words() {
        return new Kind<>(
                "list of words",
                text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** Words that nobody can guess. */
    public static Kind<List<String>> secrets() {
        return new Kind<>("list of long random texts", text -> {
            List<String> secrets = words().reader().apply(text);
            if (secrets.stream().anyMatch(secret -> secret.length() < LEAST_SECRET)) {
                throw new IllegalArgumentException("must each have at least " + LEAST_SECRET + " characters");
            }
            return secrets;
        });
    }

    /** Pairs {@code value=member}, separated by commas; one value may stand there several times. */
    public static Kind<Map<String, Set<String>>> groups() {
        return new Kind<>("list of pairs such as acme-admins=acme", text -> {
            Map<String, Set<String>> groups = new HashMap<>();
            for (String pair : words().reader().apply(text)) {
                int equals = pair.lastIndexOf('=');
                if (equals < 1 || equals == pair.length() - 1) {
                    throw new IllegalArgumentException("must be a list of pairs such as acme-admins=acme");
                }
                groups.computeIfAbsent(pair.substring(0, equals).strip(), value -> new HashSet<>())
                        .add(pair.substring(equals + 1).strip());
            }
            return Map.copyOf(groups);
        });
    }

    public static Kind<Boolean> flag() {
        return new Kind<>("true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        });
    }

    public static Kind<Integer> integer(int least, int most) {
        String range = "whole number from " + least + " to " + most;
        return new Kind<>(
                range,
                text -> WholeNumber.parse(text).stream()
                        .filter(value -> value >= least && value <= most)
                        .boxed()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("must be a " + range)));
    }

    public static Kind<Double> share() {
        return new Kind<>("number from 0 to 1", text -> {
            try {
                double value = Double.parseDouble(text);
                if (value >= 0 && value <= 1) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Said below, in the same words as for a number out of range.
            }
            throw new IllegalArgumentException("must be a number from 0 to 1");
        });
    }

    public static Kind<Integer> bytes(int least, int most) {
        return new Kind<>("size such as 512KiB or 1MiB", text -> Quantities.bytes(text, least, most));
    }

    public static Kind<Duration> duration(Duration least, Duration most) {
        return new Kind<>("duration such as 500ms, 30s, 10m or 24h", text -> Quantities.duration(text, least, most));
    }

    public static Kind<Path> path() {
        return new Kind<>("path", text -> {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("must be a path: " + e.getReason(), e);
            }
        });
    }

    /** A directory that is there; blank for none. */
    public static Kind<Optional<Path>> optionalDirectory() {
        return new Kind<>("directory", text -> {
            if (text.isBlank()) {
                return Optional.empty();
            }
            Path directory = path().reader().apply(text);
            if (!Files.isDirectory(directory)) {
                throw new IllegalArgumentException("must be a directory that exists");
            }
            return Optional.of(directory);
        });
    }

    /** A file that can be read; blank for none. */
    public static Kind<Optional<Path>> optionalFile() {
        return new Kind<>("file", text -> {
            if (text.isBlank()) {
                return Optional.empty();
            }
            Path file = path().reader().apply(text);
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new IllegalArgumentException("must be a file that exists and can be read");
            }
            return Optional.of(file);
        });
    }

    /** An absolute URL without query, its trailing slash cut off; blank for none. */
    public static Kind<Optional<String>> publicUrl() {
        return new Kind<>("URL such as https://scim.example.com", text -> {
            if (text.isBlank()) {
                return Optional.empty();
            }
            URI uri = URI.create(text);
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!http || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
                throw new IllegalArgumentException("must be an http or https URL without a query");
            }
            return Optional.of(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        });
    }

    public static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        List<E> values = List.of(type.getEnumConstants());
        String names = values.stream().map(Kind::word).collect(Collectors.joining(", "));
        return new Kind<>(
                "one of " + names,
                text -> values.stream()
                        .filter(value -> word(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("must be one of " + names)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }
}
