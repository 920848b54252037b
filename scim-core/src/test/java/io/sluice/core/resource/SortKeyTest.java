package io.sluice.core.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.Samples;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeyTest {

    private static final String USERS = """
            [{"id": "1", "userName": "bob", "emails": [{"value": "z@x"}, {"value": "a@x", "primary": true}], "active": true},
             {"id": "2", "userName": "Ada", "name": {"familyName": "Lovelace"}, "emails": [{"value": "m@x"}, {"value": "b@x"}]},
             {"id": "3", "userName": "BOB", "name": {"familyName": "de Gray"}, "active": false,
              "meta": {"created": "2010-01-01T00:00:00Z"}, "urn:example:2.0:Custom": {"floor": 10}},
             {"id": "4", "userName": "élan", "emails": [], "meta": {"created": "2010-01-01T00:30:00+01:00"},
              "urn:example:2.0:Custom": {"floor": 9.5}},
             {"id": "5", "userName": "zoe", "emails": [{"type": "work"}]}]
            """;

    @ParameterizedTest
    @CsvSource({
        "userName, true, 2 1 3 5 4",
        "userName, false, 4 5 1 3 2",
        "USERNAME, true, 2 1 3 5 4",
        "name.familyName, true, 3 2 1 4 5",
        "name.familyName, false, 1 4 5 2 3",
        "emails.value, true, 1 2 3 4 5",
        "emails, false, 3 4 5 2 1",
        "active, true, 3 1 2 4 5",
        "meta.created, true, 4 3 1 2 5",
        "urn:example:2.0:Custom:floor, true, 4 3 1 2 5",
        "urn:example:2.0:Custom:floor, false, 1 2 5 3 4",
        "id, false, 5 4 3 2 1"
    })
    void orders(String sortBy, boolean ascending, String ids) {
        Sort sort = SortBinder.bind(sortBy, ascending, Samples.type("User")).orElseThrow();
        Comparator<SortKey> comparator = SortKey.comparator(ascending);

        List<String> sorted = users().map(user -> SortKey.of(sort, user))
                .sorted(comparator)
                .map(SortKey::id)
                .toList();

        assertThat(sorted).containsExactly(ids.split(" "));
    }

    @Test
    void anUnknownAttributeSortsNothing() {
        assertThat(SortBinder.bind("nosuch", true, Samples.type("User"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "addresses", "password", "meta"})
    void refusesWhatHasNoOrder(String sortBy) {
        assertThatThrownBy(() -> SortBinder.bind(sortBy, true, Samples.type("User")))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("sortBy")
                .hasMessageContaining(sortBy);
    }

    private static Stream<ResourceView> users() {
        ArrayNode users = (ArrayNode) StrictJson.parse(Buffer.buffer(USERS));
        return StreamSupport.stream(users.spliterator(), false).map(user -> ResourceView.of((ObjectNode) user));
    }
}
