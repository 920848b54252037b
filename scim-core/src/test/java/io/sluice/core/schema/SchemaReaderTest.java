package io.sluice.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaReaderTest {

    static Stream<Schema> schemas() {
        return SchemaRegistry.standard().schemas().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void readsWhatTheWriterWrote(Schema schema) {
        assertThat(SchemaReader.read(SchemaWriter.write(schema))).isEqualTo(schema);
    }

    @Test
    void fillsInTheDefaultsOfSection22() {
        Attribute attribute = read("{\"id\":\"urn:example:S\",\"attributes\":[{\"name\":\"a\"}]}")
                .attributes()
                .getFirst();

        assertThat(attribute.type()).isEqualTo(AttributeType.STRING);
        assertThat(attribute.mutability()).isEqualTo(Mutability.READ_WRITE);
        assertThat(attribute.returned()).isEqualTo(Returned.DEFAULT);
        assertThat(attribute.uniqueness()).isEqualTo(Uniqueness.NONE);
        assertThat(attribute.multiValued() || attribute.required() || attribute.caseExact())
                .isFalse();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused-schemas.csv", delimiter = '|', quoteCharacter = '`')
    void saysWhatIsWrong(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Schema read(String json) {
        return SchemaReader.read(StrictJson.parse(Buffer.buffer(json)));
    }
}
