package io.sluice.core.wire;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.Actor;
import io.sluice.core.control.TenantId;
import java.time.Instant;

/** Who asks, for whom, and until when it matters. */
final class ContextForm {

    private ContextForm() {}

    static void write(WireWriter out, RequestContext context, Instant deadline) {
        out.text(context.tenant().slug())
                .number(context.tenant().number())
                .text(context.requestId())
                .uuid(context.operationId())
                .text(context.actor().name())
                .text(context.actor().idp())
                .text(context.actor().clientAddress())
                .instant(deadline);
    }

    static RequestContext read(WireReader in) {
        return new RequestContext(
                new TenantId(in.text(), (int) in.number()),
                in.text(),
                in.uuid(),
                new Actor(in.text(), in.text(), in.text()),
                in.instant());
    }
}
