package io.sluice.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FilterBinderTest {

    private final ResourceType user = Samples.type("User");

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvFileSource(resources = "unbindable.csv", delimiter = '|', quoteCharacter = '`')
    void refuses(String filter, String detail) {
        ScimError error =
                catchThrowableOfType(ScimException.class, () -> bind(filter)).error();

        assertThat(error.kind()).isEqualTo(ErrorKind.INVALID_FILTER);
        assertThat(error.detail()).contains(detail).doesNotContain("secret");
    }

    @Test
    void givesTheLiteralItsNormalForm() {
        assertThat(bind("USERNAME eq \"Ada\""))
                .isEqualTo(new Filter.Comparison(path("userName"), Operator.EQ, new Literal.Text("Ada", "ada")));
        assertThat(bind("externalId eq \"Ada\""))
                .isEqualTo(new Filter.Comparison(path("externalId"), Operator.EQ, new Literal.Text("Ada", "Ada")));
    }

    @Test
    void aComplexAttributeMeansItsValue() {
        assertThat(bind("emails co \"x\"")).isEqualTo(bind("emails.value co \"x\""));
    }

    @Test
    void nullMeansPresence() {
        assertThat(bind("title eq null")).isEqualTo(new Filter.Not(new Filter.Present(path("title"))));
        assertThat(bind("title ne null")).isEqualTo(new Filter.Present(path("title")));
    }

    @Test
    void groupsOfOneKindAreFlattenedAndDoubleNegationVanishes() {
        assertThat(bind("title pr and (nickName pr and not (not (locale pr)))"))
                .isEqualTo(new Filter.And(List.of(
                        new Filter.Present(path("title")),
                        new Filter.Present(path("nickName")),
                        new Filter.Present(path("locale")))));
    }

    @Test
    void constantsStandAloneOrNotAtAll() {
        assertThat(bind("nosuch pr")).isEqualTo(new Filter.Constant(false));
        assertThat(bind("not (nosuch pr and title pr)")).isEqualTo(new Filter.Constant(true));
        assertThat(bind("nosuch pr or title pr")).isEqualTo(bind("title pr"));
        assertThat(bind("emails[nosuch pr]")).isEqualTo(new Filter.Constant(false));
        assertThat(bind("emails[nosuch ne \"x\"]"))
                .isEqualTo(new Filter.Elements(path("emails"), new Filter.Constant(true)));
    }

    @Test
    void elementsOfASimpleAttributeAreTheAttributeItself() {
        AttributePath tags = path("urn:example:2.0:Custom:tags");

        assertThat(bind("urn:example:2.0:Custom:tags[value eq \"A\"]"))
                .isEqualTo(new Filter.Elements(
                        tags, new Filter.Comparison(tags, Operator.EQ, new Literal.Text("A", "a"))));
    }

    @Test
    void bindsWhatTheParserTolerated() {
        assertThat(FilterBinder.bind(
                        FilterParser.parse("emails[type eq \"work\"].value eq x", FilterSyntax.TOLERANT)
                                .expression(),
                        user))
                .isEqualTo(bind("emails[type eq \"work\" and value eq \"x\"]"));
    }

    private Filter bind(String filter) {
        return FilterBinder.bind(FilterParser.parse(filter, FilterLimits.DEFAULT), user);
    }

    private AttributePath path(String name) {
        return AttributeResolver.resolve(user, name).orElseThrow();
    }
}
