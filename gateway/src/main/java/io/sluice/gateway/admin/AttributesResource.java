package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.Listing;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.CustomAttribute;
import io.sluice.gateway.control.AttributeCommands;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.Optional;

/** {@code /admin/v1/tenants/{tenant}/attributes}. */
public final class AttributesResource implements AdminResource {

    private static final String ALL = "/tenants/:tenant/attributes";

    private final AttributeCommands attributes;
    private final TenantCommands tenants;

    public AttributesResource(AttributeCommands attributes, TenantCommands tenants) {
        this.attributes = attributes;
        this.tenants = tenants;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.post(ALL, this::add)
                .get(ALL, this::list)
                .delete(
                        ALL + "/:name",
                        call -> attributes
                                .remove(call.tenant(), call.parameter("name"), call.actor())
                                .map(done -> AdminAnswers.noContent()));
    }

    private Future<Answer> add(AdminCall call) {
        RequestFields fields = call.fields("name", "type", "multiValued", "caseExact", "description");
        CustomAttribute attribute = new CustomAttribute(
                fields.text("name"),
                type(fields.optionalText("type").orElse("string")),
                fields.optionalFlag("multiValued").orElse(false),
                fields.optionalFlag("caseExact").orElse(false),
                fields.optionalText("description").orElse(""));
        return attributes
                .add(call.tenant(), attribute, call.actor())
                .map(tenant -> AdminAnswers.created(
                        json(attribute),
                        AdminRoutes.ROOT + "/tenants/" + tenant.id().slug() + "/attributes/" + attribute.name()));
    }

    private Future<Answer> list(AdminCall call) {
        return tenants.get(call.tenant())
                .map(tenant -> AdminAnswers.list(
                        new Listing<>(tenant.customAttributes(), Optional.empty()), AttributesResource::json));
    }

    private static AttributeType type(String text) {
        return Arrays.stream(AttributeType.values())
                .filter(type -> type.text().equals(text))
                .findFirst()
                .orElseThrow(() -> RequestFields.wrong(
                        "type must be one of string, boolean, decimal, integer, dateTime, binary, reference."));
    }

    private static ObjectNode json(CustomAttribute attribute) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", attribute.name())
                .put("type", attribute.type().text())
                .put("multiValued", attribute.multiValued())
                .put("caseExact", attribute.caseExact())
                .put("description", attribute.description());
    }
}
