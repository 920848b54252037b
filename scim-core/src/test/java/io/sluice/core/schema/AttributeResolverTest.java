package io.sluice.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AttributeResolverTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "names.csv", delimiter = '|')
    void findsWhatANameMeans(String type, String name, @Nullable String meaning) {
        assertThat(AttributeResolver.resolve(type(type), name).map(AttributePath::text))
                .isEqualTo(Optional.ofNullable(meaning));
    }

    @Test
    void findsNothingForAnEmptyName() {
        assertThat(AttributeResolver.resolve(type("User"), "")).isEmpty();
    }

    @Test
    void theWholeExtensionIsAComplexAttribute() {
        String urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

        AttributePath path = AttributeResolver.resolve(type("User"), urn).orElseThrow();

        assertThat(path.extension()).isEmpty();
        assertThat(path.attribute().isComplex()).isTrue();
        assertThat(path.attribute().subAttribute("department")).isPresent();
    }

    @Test
    void theLongestUrnWins() {
        Schema longer = new Schema(
                "urn:ietf:params:scim:schemas:core:2.0:User:more",
                "More",
                "",
                type("Group").core().attributes());
        ResourceType extended = SchemaRegistry.standard()
                .withExtension("User", longer, false)
                .resourceType("User")
                .orElseThrow();

        assertThat(AttributeResolver.resolve(extended, longer.id() + ":members.value")
                        .orElseThrow()
                        .extension())
                .contains(longer.id());
    }

    private static ResourceType type(String name) {
        return SchemaRegistry.standard().resourceType(name).orElseThrow();
    }
}
