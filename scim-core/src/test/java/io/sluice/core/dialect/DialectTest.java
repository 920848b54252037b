package io.sluice.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.core.vectors.Vectors;
import io.vertx.core.buffer.Buffer;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

    static Stream<Named<JsonNode>> resources() {
        return Vectors.named(DialectTest.class, "resources.json");
    }

    static Stream<Named<JsonNode>> patches() {
        return Vectors.named(DialectTest.class, "patches.json");
    }

    static Stream<Named<JsonNode>> filters() {
        return Vectors.named(DialectTest.class, "filters.json");
    }

    @ParameterizedTest
    @MethodSource("resources")
    void rewritesResources(JsonNode vector) {
        JsonNode body = vector.get("body").deepCopy();
        Firings firings = new Firings();

        JsonNode rewritten = Dialect.TOLERANT.rewriteResource(body, Vectors.type(vector), firings);

        assertThat(rewritten).isEqualTo(vector.get("after"));
        assertThat(firings.rules()).isEqualTo(fired(vector));
        assertThat(body).isEqualTo(vector.get("body"));
    }

    @ParameterizedTest
    @MethodSource("patches")
    void rewritesPatches(JsonNode vector) {
        JsonNode body = vector.get("body").deepCopy();
        Firings firings = new Firings();

        JsonNode rewritten = Dialect.TOLERANT.rewritePatch(body, Vectors.type(vector), firings);

        assertThat(rewritten).isEqualTo(vector.get("after"));
        assertThat(firings.rules()).isEqualTo(fired(vector));
        assertThat(body).isEqualTo(vector.get("body"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void rewritesFilters(JsonNode vector) {
        Firings firings = new Firings();

        String rewritten = Dialect.TOLERANT.rewriteFilter(vector.get("body").asText(), Vectors.type(vector), firings);

        assertThat(rewritten).isEqualTo(vector.get("after").asText());
        assertThat(firings.rules()).isEqualTo(fired(vector));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'userName':'a','USERNAME':'b'}",
                "{'USERNAME':'b','userName':'a'}",
                "{'userName':null,'UserName':'a'}",
                "{'name':{'givenName':'a'},'name.givenName':'b'}",
                "{'name.givenName':'b','NAME':{'GivenName':'a'}}",
                "{'name.givenName':'b','Name.GivenName':'a'}"
            })
    void refusesWhatSaysTwoThingsAboutOneAttribute(String body) {
        JsonNode resource = StrictJson.parse(Buffer.buffer(body.replace('\'', '"')));
        var user = Vectors.type(MissingNode.getInstance());

        assertThatThrownBy(() -> Dialect.TOLERANT.rewriteResource(resource, user, new Firings()))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.INVALID_SYNTAX));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_IN_FILTER", "BOTH_ATTRIBUTE_LISTS"})
    void ruleThatRewritesNothingFiresWhereItIsOn(DialectRule rule) {
        Firings tolerant = new Firings();
        Firings strict = new Firings();

        assertThat(Dialect.TOLERANT.tolerates(rule, tolerant)).isTrue();
        assertThat(tolerant.rules()).containsExactly(rule);
        assertThat(Dialect.STRICT.tolerates(rule, strict)).isFalse();
        assertThat(strict.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UNKNOWN_IN_FILTER", "BOTH_ATTRIBUTE_LISTS"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyRuleHasAReasonAndARecording(DialectRule rule) {
        assertThat(rule.description()).isNotBlank();
        assertThat(rule.vendors()).isNotEmpty();
        assertThat(Stream.of(resources(), patches(), filters())
                        .flatMap(vectors -> vectors)
                        .flatMap(vector -> fired(vector.getPayload()).stream()))
                .contains(rule);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aDialectWithoutRulesLeavesFiltersAlone(JsonNode vector) {
        Firings firings = new Firings();
        String filter = vector.get("body").asText();

        assertThat(Dialect.STRICT.rewriteFilter(filter, Vectors.type(vector), firings))
                .isEqualTo(filter);
        assertThat(firings.isEmpty()).isTrue();
    }

    @Test
    void theStrictProfileWantsAPathInEveryOperation() {
        JsonNode body = patches()
                .filter(vector -> vector.getName().startsWith("Okta: deactivation"))
                .findFirst()
                .orElseThrow()
                .getPayload()
                .get("body");

        assertThatThrownBy(() -> Dialect.STRICT.rewritePatch(body, Vectors.type(body), new Firings()))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.NO_TARGET));
    }

    @Property
    void rewritingAFilterAgainChangesNothing(@ForAll String text) {
        var user = Vectors.type(MissingNode.getInstance());
        String once = Dialect.TOLERANT.rewriteFilter(text, user, new Firings());

        assertThat(Dialect.TOLERANT.rewriteFilter(once, user, new Firings())).isEqualTo(once);
    }

    private static Set<DialectRule> fired(JsonNode vector) {
        return vector.get("fired")
                .valueStream()
                .map(name -> DialectRule.valueOf(name.asText()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DialectRule.class)));
    }
}
