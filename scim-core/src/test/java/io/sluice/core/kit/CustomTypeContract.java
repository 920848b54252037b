package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.ResourceTypeReader;
import io.sluice.core.schema.SchemaReader;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.core.vectors.Vectors;
import org.junit.jupiter.api.Test;

/** A resource type that came by configuration is kept as users are. */
public abstract class CustomTypeContract extends BackendContract {

    private static final ResourceType DEVICE = device();

    @Test
    void aResourceOfACustomTypeLivesAsAnyOther() {
        StoredResource device = client().create(DEVICE, json("SN-Ä-1", "Pœl"));

        BackendReply.Stored patched = client().patch(device, """
                {"op": "add", "path": "tags", "value": ["a", "b"]}, {"op": "replace", "path": "weight", "value": 1.5}""");

        assertThat(Documents.of(client().read(device))).isEqualTo(Documents.of(patched.resource()));
        assertThat(client().ids(DEVICE, "tags eq \"B\" and weight gt 1.25")).containsExactly(device.id());
        assertThat(events(client(), device)).hasSize(2);
        client().delete(device);
        assertThat(client().exists(device)).isFalse();
    }

    @Test
    void typesAreApart() {
        BackendClient own = newTenant();
        StoredResource device = own.create(DEVICE, json("SN-2", "Kiste"));
        StoredResource user = own.user("Kiste");

        assertThat(own.count(DEVICE)).isEqualTo(1);
        assertThat(own.count(Fixtures.USER)).isEqualTo(1);
        own.refused(ErrorKind.NOT_FOUND, own.requests().read(Fixtures.USER, device.id()));
        own.refused(ErrorKind.NOT_FOUND, own.requests().read(DEVICE, user.id()));
    }

    @Test
    void aUserNameOfAnotherTypeNeedNotBeUnique() {
        BackendClient own = newTenant();
        own.user("shared");

        own.create(DEVICE, json("SN-3", "a").replace("\"a\"", "\"a\", \"userName\": \"shared\""));
        own.create(DEVICE, json("SN-4", "b").replace("\"b\"", "\"b\", \"userName\": \"Shared\""));

        assertThat(own.ids(DEVICE, "userName eq \"SHARED\"")).hasSize(2);
    }

    @Test
    void anImmutableAttributeKeepsItsValue() {
        StoredResource device = client().create(DEVICE, json("SN-5", "fest"));

        client().refused(
                        ErrorKind.MUTABILITY,
                        client().requests()
                                .patch(
                                        device,
                                        "{\"op\": \"replace\", \"path\": \"serialNumber\", \"value\": \"SN-6\"}"));
        client().refused(
                        ErrorKind.MUTABILITY,
                        client().requests().replace(device, Documents.parse(json("SN-6", "los"))));

        assertThat(client().read(device).version()).isEqualTo(device.version());
    }

    private static String json(String serialNumber, String displayName) {
        return """
                {"schemas": ["urn:example:params:scim:schemas:2.0:Device"], "serialNumber": "%s", "displayName": "%s"}""".formatted(serialNumber, displayName);
    }

    private static ResourceType device() {
        JsonNode definition = Vectors.read(CustomTypeContract.class, "device.json");
        SchemaRegistry registry = SchemaRegistry.standard().withSchema(SchemaReader.read(definition.path("schema")));
        return ResourceTypeReader.read(definition.path("resourceType"), registry);
    }
}
