package io.sluice.load.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run in figures. The same form whichever engine made it.
 *
 * @param name of the scenario or table
 * @param engine what sent the requests
 * @param settings everything that has to be the same for two summaries to be comparable, as text
 * @param operations sorted as they are to be shown
 */
public record Summary(
        String name,
        String engine,
        String startedAt,
        String commit,
        Map<String, String> settings,
        Machine machine,
        Noise noise,
        List<Row> operations) {

    private static final int FORM = 1;

    public Summary {
        settings = Map.copyOf(settings);
        operations = List.copyOf(operations);
    }

    public long failures() {
        return operations.stream().mapToLong(Row::failureCount).sum();
    }

    public JsonObject json() {
        JsonArray rows = new JsonArray();
        operations.forEach(row -> rows.add(row.json()));
        JsonObject options = new JsonObject();
        new TreeMap<>(settings).forEach(options::put);
        return new JsonObject()
                .put("form", FORM)
                .put("name", name)
                .put("engine", engine)
                .put("startedAt", startedAt)
                .put("commit", commit)
                .put("settings", options)
                .put("machine", machine.json())
                .put("noise", noise.json())
                .put("operations", rows);
    }

    /** @throws IllegalArgumentException when the file is not a summary of this form */
    public static Summary read(Path file) {
        try {
            JsonObject json = new JsonObject(Files.readString(file));
            if (json.getInteger("form", 0) != FORM) {
                throw new IllegalArgumentException(file + " is no summary of form " + FORM);
            }
            Map<String, String> settings = new TreeMap<>();
            json.getJsonObject("settings").forEach(entry -> settings.put(entry.getKey(), entry.getValue() + ""));
            return new Summary(
                    json.getString("name"),
                    json.getString("engine"),
                    json.getString("startedAt"),
                    json.getString("commit"),
                    settings,
                    Machine.from(json.getJsonObject("machine")),
                    Noise.from(json.getJsonObject("noise")),
                    json.getJsonArray("operations").stream()
                            .map(JsonObject.class::cast)
                            .map(Row::from)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The summary " + file + " cannot be read", e);
        }
    }

    public void write(Path file) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, json().encodePrettily() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The summary cannot be written to " + file, e);
        }
    }
}
