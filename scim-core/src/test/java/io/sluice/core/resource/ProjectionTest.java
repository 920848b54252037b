package io.sluice.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.filter.Samples;
import io.sluice.core.json.StrictJson;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {

    private static final ResourceType USER =
            SchemaRegistry.standard().resourceType("User").orElseThrow();
    private static final ResourceType GROUP =
            SchemaRegistry.standard().resourceType("Group").orElseThrow();

    @ParameterizedTest(name = "[{index}] {0} without {1}")
    @CsvFileSource(resources = "projected.csv", delimiter = '|')
    void shows(@Nullable String attributes, @Nullable String excluded, String shown) throws IOException {
        ObjectNode document = document();
        ObjectNode before = document.deepCopy();

        Projection projection = projection(attributes, excluded, Samples.type("User"));

        assertThat(projection.needsParsing()).isTrue();
        assertThat(paths(projection.apply(document))).containsExactlyInAnyOrder(shown.split(" "));
        assertThat(document).isEqualTo(before);
    }

    @ParameterizedTest(name = "[{index}] {0} {1} without {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // type, attributes, excludedAttributes, needs parsing, groups, members, whole membership
                "User  |               |                | false | true  | false | true",
                "User  |               | groups         | false | false | false | false",
                "User  |               | groups.display | true  | true  | false | false",
                "User  |               | password       | false | true  | false | true",
                "User  |               | id,schemas     | false | true  | false | true",
                "User  |               | nosuch         | false | true  | false | true",
                "User  |               | title          | true  | true  | false | true",
                "User  | id            |                | true  | false | false | false",
                "User  | id,groups     |                | true  | true  | false | true",
                "User  | groups.value  |                | true  | true  | false | false",
                "Group |               |                | false | false | true  | true",
                "Group |               | members        | false | false | false | false",
                "Group |               | MEMBERS        | false | false | false | false",
                "Group | displayName   |                | true  | false | false | false",
                "Group | members       |                | true  | false | true  | true",
                "Group | members.value |                | true  | false | true  | false",
            })
    void knowsWhatItNeeds(
            String type,
            @Nullable String attributes,
            @Nullable String excluded,
            boolean needsParsing,
            boolean groups,
            boolean members,
            boolean wholeMembership) {
        Projection projection = projection(attributes, excluded, type.equals("User") ? USER : GROUP);

        assertThat(projection.needsParsing()).isEqualTo(needsParsing);
        assertThat(projection.include()).isEqualTo(new Include(groups, members));
        assertThat(projection.wholeMembership()).isEqualTo(wholeMembership);
    }

    @Test
    void keepsEmptyElementsOut() throws IOException {
        ObjectNode shown = projection("emails.type", null, USER).apply(document());

        assertThat(shown.get("emails")).hasToString("[{\"type\":\"work\"}]");
    }

    @Test
    void namesAreSeparatedByCommas() {
        assertThat(Projection.names(" userName, name.givenName ,,urn:x:2.0:a:b"))
                .containsExactly("userName", "name.givenName", "urn:x:2.0:a:b");
        assertThat(Projection.names("")).isEmpty();
        assertThat(Projection.names(" , ")).isEmpty();
    }

    private static Projection projection(@Nullable String attributes, @Nullable String excluded, ResourceType type) {
        return Projection.of(
                Optional.ofNullable(attributes).map(Projection::names),
                Optional.ofNullable(excluded).map(Projection::names),
                type);
    }

    private static ObjectNode document() throws IOException {
        try (InputStream stream = ProjectionTest.class.getResourceAsStream("projected.json")) {
            return StrictJson.parseObject(
                    Buffer.buffer(Objects.requireNonNull(stream).readAllBytes()));
        }
    }

    private static Set<String> paths(ObjectNode document) {
        Set<String> paths = new LinkedHashSet<>();
        document.properties().forEach(entry -> {
            String name = entry.getKey();
            switch (name) {
                case "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" ->
                    entry.getValue().properties().forEach(inner -> add(paths, inner.getKey(), inner.getValue(), "@E"));
                case "urn:example:2.0:Custom" ->
                    entry.getValue().properties().forEach(inner -> add(paths, inner.getKey(), inner.getValue(), "@C"));
                default -> add(paths, name, entry.getValue(), "");
            }
        });
        return paths;
    }

    private static void add(Set<String> paths, String name, JsonNode value, String suffix) {
        List<JsonNode> elements =
                value.isArray() ? List.copyOf(value.valueStream().toList()) : List.of(value);
        for (JsonNode element : elements) {
            if (element.isObject()) {
                element.properties().forEach(part -> paths.add(name + "." + part.getKey() + suffix));
            } else {
                paths.add(name + suffix);
            }
        }
    }
}
