package io.sluice.gateway.admin;

import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.MediaTypes;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code /admin/v1/openapi.json}: the description of all of this API; a test holds it against the router. */
public final class OpenApiResource implements AdminResource {

    private final Buffer document;

    public OpenApiResource() {
        try (InputStream resource = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            if (resource == null) {
                throw new IllegalStateException("openapi.json is missing in this build");
            }
            this.document = Buffer.buffer(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.get("/openapi.json", call -> Future.succeededFuture(Answer.bytes(200, MediaTypes.JSON, document)));
    }
}
