package io.sluice.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.control.Tenant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SchemaRegistryTest {

    private static final String URN = Tenant.DEFAULT_EXTENSION_URN;
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final SchemaRegistry standard = SchemaRegistry.standard();

    @Test
    void standardTypesAreUserAndGroup() {
        assertThat(standard.resourceTypes()).extracting(ResourceType::name).containsExactly("User", "Group");
        assertThat(standard.resourceTypeAt("/users")).isEqualTo(standard.resourceType("user"));
        assertThat(standard.resourceType("User").orElseThrow().extensions())
                .extracting(extension -> extension.schema().id())
                .containsExactly(ENTERPRISE);
    }

    @Test
    void standardSchemasAreThoseOfSection87() {
        assertThat(standard.schemas())
                .extracting(Schema::name)
                .containsExactly(
                        "User", "Group", "EnterpriseUser", "Service Provider Configuration", "Resource Type", "Schema");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "characteristics.csv", delimiter = '|', nullValues = "-")
    void characteristicsAreThoseOfTheRfc(
            String type,
            String name,
            String dataType,
            boolean multiValued,
            boolean required,
            boolean caseExact,
            String mutability,
            String returned,
            String uniqueness) {
        Attribute attribute = AttributeResolver.resolve(
                        standard.resourceType(type).orElseThrow(), name)
                .orElseThrow()
                .leaf();

        assertThat(attribute.type().text()).isEqualTo(dataType);
        assertThat(attribute.multiValued()).isEqualTo(multiValued);
        assertThat(attribute.required()).isEqualTo(required);
        assertThat(attribute.caseExact()).isEqualTo(caseExact);
        assertThat(attribute.mutability().text()).isEqualTo(mutability);
        assertThat(attribute.returned().text()).isEqualTo(returned);
        assertThat(attribute.uniqueness().text()).isEqualTo(uniqueness);
    }

    @Test
    void everyAttributeIsDescribedAndEveryReferenceSaysToWhat() {
        for (Schema schema : standard.schemas()) {
            for (Attribute attribute : schema.attributes()) {
                assertDescribed(schema, attribute);
                attribute.subAttributes().forEach(sub -> assertDescribed(schema, sub));
            }
        }
    }

    private static void assertDescribed(Schema schema, Attribute attribute) {
        assertThat(attribute.description())
                .as(schema.id() + " " + attribute.name())
                .isNotBlank();
        assertThat(attribute.referenceTypes().isEmpty())
                .as(schema.id() + " " + attribute.name())
                .isEqualTo(attribute.type() != AttributeType.REFERENCE);
    }

    @Test
    void aTenantWithoutCustomAttributesHasTheStandardSchemas() {
        assertThat(standard.withCustomAttributes(URN, List.of())).isSameAs(standard);
    }

    @Test
    void customAttributesBecomeAnExtensionOfUser() {
        SchemaRegistry registry = standard.withCustomAttributes(
                URN, List.of(new CustomAttribute("CustomAttribute123", AttributeType.STRING, false, true, "Badge")));

        AttributePath path = AttributeResolver.resolve(
                        registry.resourceType("User").orElseThrow(), URN + ":customattribute123")
                .orElseThrow();
        assertThat(path.extension()).contains(URN);
        assertThat(path.attribute().name()).isEqualTo("CustomAttribute123");
        assertThat(path.attribute().caseExact()).isTrue();
        assertThat(registry.schema(URN).orElseThrow().attributes()).containsExactly(path.attribute());
        assertThat(standard.schema(URN)).isEmpty();
    }

    @Test
    void customAttributesJoinAnExtensionThatIsThereAlready() {
        Schema configured = new Schema(URN, "Ours", "", List.of(string("badge")));

        SchemaRegistry registry = standard.withExtension("User", configured, false)
                .withCustomAttributes(
                        URN,
                        List.of(
                                new CustomAttribute("Badge", AttributeType.STRING, false, false, ""),
                                new CustomAttribute("floor", AttributeType.INTEGER, false, false, "")));

        assertThat(registry.resourceType("User").orElseThrow().extensions()).hasSize(2);
        assertThat(registry.schema(URN).orElseThrow().attributes())
                .extracting(Attribute::name)
                .containsExactly("badge", "floor");
    }

    @Test
    void aResourceTypeOfOnesOwnIsFoundByNameAndEndpoint() {
        Schema device = new Schema("urn:example:2.0:Device", "Device", "A device", List.of(string("serial")));

        SchemaRegistry registry = standard.withSchema(device);
        ResourceType type = ResourceTypeReader.read(
                SchemaWriter.write(new ResourceType("Device", "/Devices", "A device", device, List.of(), List.of())),
                registry);
        SchemaRegistry extended = registry.withResourceType(type);

        assertThat(extended.resourceTypeAt("/Devices")).contains(type);
        assertThat(AttributeResolver.resolve(type, "meta.created")).isPresent();
        assertThat(AttributeResolver.resolve(type, "SERIAL")).isPresent();
        assertThatThrownBy(() -> extended.withResourceType(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/Devices");
    }

    @Test
    void aSchemaIsReplacedWhereItIsUsed() {
        Schema user = standard.resourceType("User").orElseThrow().core();

        SchemaRegistry registry = standard.withSchema(user.plus(List.of(string("shoeSize"))));

        assertThat(AttributeResolver.resolve(registry.resourceType("User").orElseThrow(), "shoesize"))
                .isPresent();
        assertThat(registry.schemas()).hasSameSizeAs(standard.schemas());
    }

    private static Attribute string(String name) {
        return new Attribute(
                name,
                AttributeType.STRING,
                false,
                "",
                false,
                List.of(),
                false,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of());
    }
}
