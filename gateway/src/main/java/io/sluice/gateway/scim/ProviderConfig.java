package io.sluice.gateway.scim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Capabilities;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.dispatch.BackendDirectory;

/** What this service can do for one tenant (RFC 7643 section 5, RFC 9865 section 4). */
final class ProviderConfig {

    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    private static final Capabilities NOTHING = new Capabilities(false, false, false, false, false);

    private final Config config;
    private final BackendDirectory backends;

    ProviderConfig(Config config, BackendDirectory backends) {
        this.config = config;
        this.backends = backends;
    }

    ObjectNode write(Caller caller) {
        Capabilities can =
                backends.capabilities(caller.principal().tenant().backend()).orElse(NOTHING);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("schemas").add(SCHEMA);
        document.putObject("patch").put("supported", true);
        document.putObject("bulk")
                .put("supported", true)
                .put("maxOperations", config.scim().maxBulkOperations())
                .put("maxPayloadSize", config.http().maxBulkBody());
        document.putObject("filter")
                .put("supported", true)
                .put("maxResults", config.scim().maxPageSize());
        document.putObject("changePassword").put("supported", can.changePassword());
        document.putObject("sort").put("supported", can.sort());
        document.putObject("etag").put("supported", can.etag());
        pagination(document.putObject("pagination"), can);
        document.putArray("authenticationSchemes")
                .addObject()
                .put("type", "oauthbearertoken")
                .put("name", "OAuth Bearer Token")
                .put("description", "A provisioning token or an OAuth 2.0 access token in the Authorization header")
                .put("specUri", "https://www.rfc-editor.org/info/rfc6750")
                .put("primary", true);
        document.putObject("meta")
                .put("resourceType", "ServiceProviderConfig")
                .put("location", caller.locations().base() + "/ServiceProviderConfig");
        return document;
    }

    private void pagination(ObjectNode pagination, Capabilities can) {
        pagination
                .put("cursor", can.cursorPaging())
                .put("index", true)
                .put("defaultPaginationMethod", "index")
                .put("defaultPageSize", config.scim().defaultPageSize())
                .put("maxPageSize", config.scim().maxPageSize())
                .put("cursorTimeout", config.scim().cursorLifetime().toSeconds());
    }
}
