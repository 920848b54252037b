package io.sluice.gateway.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Cases about one subject, which share resources.
 *
 * @param name of the file, without its suffix
 * @param clause that cases are about which do not name another
 * @param preparation what the tenant needs before: identity provider, profile, custom attributes
 * @param given steps that are taken once, before the first case
 */
record CaseFile(
        String name, String title, String clause, Preparation preparation, List<JsonNode> given, List<Case> cases) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All files, in the order in which the report has them. */
    static List<CaseFile> all() {
        return read("index.json")
                .valueStream()
                .map(JsonNode::textValue)
                .map(CaseFile::named)
                .toList();
    }

    private static CaseFile named(String name) {
        JsonNode file = read(name + ".json");
        String clause = file.path("clause").asText();
        return new CaseFile(
                name,
                file.path("title").asText(),
                clause,
                Preparation.of(file),
                file.path("given").valueStream().toList(),
                file.path("cases")
                        .valueStream()
                        .map(script -> Case.of(script, clause))
                        .toList());
    }

    static JsonNode read(String file) {
        try (InputStream in = Optional.ofNullable(CaseFile.class.getResourceAsStream(file))
                .orElseThrow(() -> new IllegalStateException("There is no file " + file))) {
            return Objects.requireNonNull(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
