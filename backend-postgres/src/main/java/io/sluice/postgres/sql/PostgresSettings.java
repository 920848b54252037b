package io.sluice.postgres.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.SettingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings of the PostgreSQL backend and control store.
 *
 * @param uri {@code postgresql://user:password@host:port/database}, or several hosts with commas between them; a secret
 * @param poolSize connections for reads
 * @param writePoolSize connections for writes
 * @param maxWaiting requests that may wait for a connection, and writes that may wait for a batch; more are refused with 503
 * @param batchSize how many writes one statement may carry
 * @param statementTimeout after which the server gives a statement up
 * @param memberPageSize how many members of a group are read with it
 * @param exactTotals up to how many matches beyond the page {@code totalResults} is counted exactly
 * @param preparedStatements off behind a proxy that hands connections out by transaction
 * @param trigramIndexes attributes whose {@code co} and {@code ew} filters get an index (needs pg_trgm)
 * @param equalityIndex an index for {@code eq} on any attribute
 * @param uniqueGroups whether a displayName belongs to one group of a tenant at most
 * @param connection how connections are made, kept and given up
 */
public record PostgresSettings(
        String uri,
        int poolSize,
        int writePoolSize,
        int maxWaiting,
        int batchSize,
        Duration statementTimeout,
        int memberPageSize,
        int exactTotals,
        boolean preparedStatements,
        List<String> trigramIndexes,
        boolean equalityIndex,
        boolean uniqueGroups,
        ConnectionSettings connection) {

    private static final String ANY_URI = "postgresql://user:password@host:5432/database";
    private static final Set<String> KEYS =
            PostgresKeys.ALL.stream().map(SettingKey::name).collect(Collectors.toUnmodifiableSet());

    public PostgresSettings {
        trigramIndexes = List.copyOf(trigramIndexes);
    }

    /** With the defaults for connections. */
    public PostgresSettings(
            String uri,
            int poolSize,
            int writePoolSize,
            int maxWaiting,
            int batchSize,
            Duration statementTimeout,
            int memberPageSize,
            int exactTotals,
            boolean preparedStatements,
            List<String> trigramIndexes,
            boolean equalityIndex,
            boolean uniqueGroups) {
        this(
                uri,
                poolSize,
                writePoolSize,
                maxWaiting,
                batchSize,
                statementTimeout,
                memberPageSize,
                exactTotals,
                preparedStatements,
                trigramIndexes,
                equalityIndex,
                uniqueGroups,
                ConnectionSettings.DEFAULT);
    }

    /** The defaults for a server. */
    public static PostgresSettings of(String uri) {
        return new PostgresSettings(
                uri,
                16,
                6,
                10_000,
                256,
                Duration.ofSeconds(30),
                1_000,
                100_000,
                true,
                List.of(),
                false,
                false,
                ConnectionSettings.DEFAULT);
    }

    /**
     * @throws IllegalArgumentException with key and reason
     */
    public static PostgresSettings read(ObjectNode settings) {
        refuseUnknown(settings);
        PostgresSettings defaults = of(uri(settings, "uri"));
        return new PostgresSettings(
                defaults.uri,
                number(settings, "poolSize", defaults.poolSize, 1, 1_000),
                number(settings, "writePoolSize", defaults.writePoolSize, 1, 1_000),
                number(settings, "maxWaiting", defaults.maxWaiting, 1, 1_000_000),
                number(settings, "batchSize", defaults.batchSize, 1, 1_000),
                Duration.ofMillis(number(
                        settings,
                        "statementTimeoutMillis",
                        (int) defaults.statementTimeout.toMillis(),
                        100,
                        3_600_000)),
                number(settings, "memberPageSize", defaults.memberPageSize, 1, 10_000),
                number(settings, "exactTotals", defaults.exactTotals, 0, 100_000_000),
                flag(settings, "preparedStatements", defaults.preparedStatements),
                texts(settings, "trigramIndexes"),
                flag(settings, "equalityIndex", defaults.equalityIndex),
                !allowed(settings, "duplicateGroups"),
                connection(settings));
    }

    /**
     * Refuses what {@link #read} would refuse; {@code uri} may be missing, because a server may yet be started.
     *
     * @throws IllegalArgumentException with key and reason
     */
    public static void check(ObjectNode settings) {
        read(settings.has("uri") ? settings : settings.deepCopy().put("uri", ANY_URI));
    }

    private static ConnectionSettings connection(ObjectNode settings) {
        ConnectionSettings defaults = ConnectionSettings.DEFAULT;
        return new ConnectionSettings(
                file(settings, "rootCertificate"),
                millis(settings, "connectTimeoutMillis", defaults.connectTimeout(), 100, 60_000),
                millis(settings, "poolTimeoutMillis", defaults.poolTimeout(), 100, 60_000),
                millis(settings, "primaryCheckMillis", defaults.primaryCheck(), 100, 60_000),
                settings.has("replicaUri") ? Optional.of(uri(settings, "replicaUri")) : Optional.empty(),
                millis(settings, "replicaStalenessMillis", defaults.replicaStaleness(), 1_000, 600_000));
    }

    private static Duration millis(ObjectNode settings, String key, Duration otherwise, int least, int most) {
        return Duration.ofMillis(number(settings, key, (int) otherwise.toMillis(), least, most));
    }

    private static Optional<Path> file(ObjectNode settings, String key) {
        String text = settings.path(key).asText("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(text);
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(key + ": " + text + " cannot be read");
        }
        return Optional.of(path);
    }

    private static void refuseUnknown(ObjectNode settings) {
        Set<String> unknown = new TreeSet<>();
        settings.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    unknown.iterator().next() + ": unknown; known are " + new TreeSet<>(KEYS));
        }
    }

    private static String uri(ObjectNode settings, String key) {
        String uri = settings.path(key).asText("");
        try {
            ServerUri.parse(uri);
            return uri;
        } catch (RuntimeException e) {
            // The URI itself holds a password, so it is not repeated.
            throw new IllegalArgumentException(
                    key
                            + ": must read postgresql://user:password@host:port/database, several hosts as host:port,host:port",
                    e);
        }
    }

    private static int number(ObjectNode settings, String key, int otherwise, int least, int most) {
        JsonNode value = settings.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.canConvertToInt()
                || !value.isIntegralNumber()
                || value.intValue() < least
                || value.intValue() > most) {
            throw new IllegalArgumentException(key + ": must be a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    private static boolean flag(ObjectNode settings, String key, boolean otherwise) {
        JsonNode value = settings.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(key + ": must be true or false");
        }
        return value.booleanValue();
    }

    private static boolean allowed(ObjectNode settings, String key) {
        return switch (settings.path(key).asText("allow")) {
            case "allow" -> true;
            case "reject" -> false;
            default -> throw new IllegalArgumentException(key + ": must be allow or reject");
        };
    }

    private static List<String> texts(ObjectNode settings, String key) {
        JsonNode value = settings.path(key);
        if (value.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            texts.add(element.asText());
        }
        if (!value.isArray() || texts.contains("")) {
            throw new IllegalArgumentException(key + ": must be a list of attribute names");
        }
        return texts;
    }
}
