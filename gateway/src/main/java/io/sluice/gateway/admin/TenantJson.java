package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.Tenant;

/** A tenant as the administration API shows it. */
final class TenantJson {

    private TenantJson() {}

    static ObjectNode write(Tenant tenant, String publicUrl) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", tenant.id().slug())
                .put("name", tenant.name())
                .put("backend", tenant.backend())
                .put("provisioningEnabled", tenant.provisioningEnabled())
                .put("userNameMutable", tenant.userNameMutable());
        json.putNull("updatableAttributes");
        tenant.updatableAttributes().ifPresent(names -> {
            ArrayNode array = json.putArray("updatableAttributes");
            names.forEach(array::add);
        });
        json.putNull("rateLimit");
        tenant.rateLimit().ifPresent(perSecond -> json.put("rateLimit", perSecond));
        json.putNull("auditRetentionDays");
        tenant.auditRetentionDays().ifPresent(days -> json.put("auditRetentionDays", days));
        return json.put("extensionUrn", tenant.extensionUrn())
                .put("scimUrl", ScimUrls.of(publicUrl, tenant.id().slug()))
                .put("createdAt", tenant.createdAt().toString());
    }
}
