package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.schema.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaFilesTest {

    private static final String TYPE = """
            {"name": "Device", "endpoint": "%s", "schema": "%s"}""";

    @TempDir
    private Path directory;

    @BeforeEach
    void writeSchema() throws IOException {
        write("Device.json", """
                {"id": "urn:example:Device", "attributes": [{"name": "serialNumber", "type": "string"}]}""");
    }

    @Test
    void typeIsServedWhereItsFileSays() throws IOException {
        write("A-type-before-its-schema.json", TYPE.formatted("/Devices", "urn:example:Device"));
        assertThat(read().resourceTypeAt("/Devices"))
                .hasValueSatisfying(
                        type -> assertThat(type.attribute("serialNumber")).isPresent());
    }

    @Test
    void wrongFileIsNamed() throws IOException {
        write("broken.json", "{");
        assertThatThrownBy(this::read).hasMessageContaining("broken.json");
    }

    @Test
    void unknownSchemaIsNamed() throws IOException {
        write("type.json", TYPE.formatted("/Devices", "urn:example:Nothing"));
        assertThatThrownBy(this::read).hasMessageContaining("type.json").hasMessageContaining("urn:example:Nothing");
    }

    @Test
    void endpointOfScimItselfIsRefused() throws IOException {
        write("type.json", TYPE.formatted("/Bulk", "urn:example:Device"));
        assertThatThrownBy(this::read).hasMessageContaining("/Bulk");
    }

    @Test
    void uniquenessThatNobodyWouldKeepIsRefused() throws IOException {
        write(
                "schema.json",
                "{\"id\":\"urn:example:Thing\",\"name\":\"Thing\",\"attributes\":[{\"name\":\"tag\",\"uniqueness\":\"server\"}]}");
        assertThatThrownBy(this::read)
                .hasMessageContaining("schema.json")
                .hasMessageContaining("tag")
                .hasMessageContaining("uniqueness");
    }

    @Test
    void extensionDoesNotNameWhatEveryResourceHas() throws IOException {
        write("badge.json", """
                {"id": "urn:example:Badge", "name": "Badge", "attributes": [{"name": "ExternalID", "type": "string"}]}""");
        write("type.json", """
                {"name": "User", "endpoint": "/Users", "schema": "urn:ietf:params:scim:schemas:core:2.0:User",
                 "schemaExtensions": [{"schema": "urn:example:Badge", "required": false}]}""");
        assertThatThrownBy(this::read)
                .hasMessageContaining("type.json")
                .hasMessageContaining("urn:example:Badge")
                .hasMessageContaining("ExternalID");
    }

    private SchemaRegistry read() {
        return SchemaFiles.read(directory, SchemaRegistry.standard());
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(directory.resolve(name), json);
    }
}
