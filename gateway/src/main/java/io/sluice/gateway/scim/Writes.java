package io.sluice.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.dialect.DialectRule;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.patch.PatchBinder;
import io.sluice.core.patch.PatchParser;
import io.sluice.core.patch.PatchPlan;
import io.sluice.core.resource.DraftReader;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.ResourceDraft;
import io.sluice.core.resource.Schemas;
import io.sluice.core.schema.ResourceType;
import java.util.List;

/** Turns the bodies of writes into requests to a backend; the same for single requests and inside a bulk. */
record Writes(ValueLimit limit) {

    BackendRequest.Create create(Caller caller, ResourceType type, JsonNode body) {
        return new BackendRequest.Create(caller.newOperation(), draft(caller, type, body));
    }

    BackendRequest.Replace replace(
            Caller caller, ScimRoute.Resource target, JsonNode body, Precondition precondition, Include include) {
        ResourceDraft draft = draft(caller, target.type(), body);
        return new BackendRequest.Replace(caller.newOperation(), target.id(), draft, precondition, include);
    }

    BackendRequest.Patch patch(
            Caller caller, ScimRoute.Resource target, JsonNode body, Precondition precondition, Include include) {
        PatchParser.checkSize(body);
        JsonNode rewritten = caller.dialect().rewritePatch(body, target.type(), caller.firings());
        PatchPlan plan = limit.check(PatchBinder.bind(PatchParser.parse(rewritten), target.type()));
        UpdatePolicy.check(caller.principal().tenant(), target.type(), plan);
        return new BackendRequest.Patch(caller.newOperation(), target.type(), target.id(), plan, precondition, include);
    }

    BackendRequest.Delete delete(Caller caller, ScimRoute.Resource target, Precondition precondition) {
        return new BackendRequest.Delete(caller.newOperation(), target.type(), target.id(), precondition);
    }

    private ResourceDraft draft(Caller caller, ResourceType type, JsonNode body) {
        JsonNode rewritten = caller.dialect().rewriteResource(body, type, caller.firings());
        ResourceDraft draft = limit.check(DraftReader.read(rewritten, type));
        List<String> unlisted = Schemas.unlisted(rewritten.path(Schemas.NAME), draft);
        if (!unlisted.isEmpty() && !caller.dialect().tolerates(DialectRule.MISSING_SCHEMA, caller.firings())) {
            throw ScimException.of(
                    ErrorKind.INVALID_SYNTAX,
                    "schemas must list \"" + unlisted.getFirst() + "\", because the resource has attributes of it");
        }
        return draft;
    }
}
