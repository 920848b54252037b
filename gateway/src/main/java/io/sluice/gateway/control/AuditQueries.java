package io.sluice.gateway.control;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.Listing;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;

/** What administrators read of the audit trail, a page at a time or all of it as a file. */
public final class AuditQueries {

    /** The most events of one page. */
    public static final int MOST = AuditExport.PAGE;

    private final AuditTrail trail;

    public AuditQueries(AuditTrail trail) {
        this.trail = trail;
    }

    public Future<Listing<AuditEvent>> find(AuditQuery query) {
        return trail.query(query);
    }

    /** Everything that the query finds, streamed as a file to save; the query's own cursor and limit do not count. */
    public Answer export(AuditQuery query, AuditExport.Format format) {
        String name = query.tenant().equals(AuditEvent.SYSTEM) ? "system" : query.tenant();
        AuditExport export = new AuditExport(trail, format);
        return Answer.streamed(200, format.contentType(), response -> export.writeTo(response, query))
                .with("Content-Disposition", "attachment; filename=\"audit-" + name + "." + format.extension() + "\"");
    }
}
