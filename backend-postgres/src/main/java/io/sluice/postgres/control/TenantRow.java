package io.sluice.postgres.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantId;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.CustomAttribute;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A row of the table tenant, known as {@code t} in statements, to and from its record. */
final class TenantRow {

    static final String COLUMNS =
            "t.number, t.slug, t.name AS tenant_name, t.backend, t.provisioning_enabled, t.user_name_mutable,"
                    + " t.updatable_attributes, t.rate_limit, t.audit_retention_days, t.extension_urn, t.custom_attributes::text AS custom_attributes,"
                    + " t.created AS tenant_created";

    private static final JsonMapper JSON = new JsonMapper();

    private TenantRow() {}

    static Tenant read(Row row) {
        Optional<String[]> updatable = Optional.ofNullable(row.getArrayOfStrings("updatable_attributes"));
        return new Tenant(
                new TenantId(row.getString("slug"), row.getInteger("number")),
                row.getString("tenant_name"),
                row.getString("backend"),
                row.getBoolean("provisioning_enabled"),
                row.getBoolean("user_name_mutable"),
                updatable.map(List::of),
                number(row, "rate_limit"),
                number(row, "audit_retention_days"),
                row.getString("extension_urn"),
                attributes(row.getString("custom_attributes")),
                row.getOffsetDateTime("tenant_created").toInstant());
    }

    private static OptionalInt number(Row row, String column) {
        Integer value = row.getInteger(column);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    static String json(List<CustomAttribute> attributes) {
        ArrayNode array = JSON.createArrayNode();
        for (CustomAttribute attribute : attributes) {
            ObjectNode node = array.addObject();
            node.put("name", attribute.name());
            node.put("type", attribute.type().name());
            node.put("multiValued", attribute.multiValued());
            node.put("caseExact", attribute.caseExact());
            node.put("description", attribute.description());
        }
        return array.toString();
    }

    private static List<CustomAttribute> attributes(String json) {
        try {
            List<CustomAttribute> attributes = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                attributes.add(new CustomAttribute(
                        node.path("name").asText(),
                        AttributeType.valueOf(node.path("type").asText()),
                        node.path("multiValued").asBoolean(),
                        node.path("caseExact").asBoolean(),
                        node.path("description").asText()));
            }
            return attributes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tenant's custom attributes are not what was stored", e);
        }
    }
}
