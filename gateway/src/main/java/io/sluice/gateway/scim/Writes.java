package io.sluice.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.patch.PatchBinder;
import io.sluice.core.patch.PatchParser;
import io.sluice.core.patch.PatchPlan;
import io.sluice.core.resource.DraftReader;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.ResourceDraft;
import io.sluice.core.schema.ResourceType;

/** Turns the bodies of writes into requests to a backend; the same for single requests and inside a bulk. */
final class Writes {

    private Writes() {}

    static BackendRequest.Create create(Caller caller, ResourceType type, JsonNode body) {
        return new BackendRequest.Create(caller.newOperation(), draft(caller, type, body));
    }

    static BackendRequest.Replace replace(
            Caller caller, ScimRoute.Resource target, JsonNode body, Precondition precondition, Include include) {
        ResourceDraft draft = draft(caller, target.type(), body);
        return new BackendRequest.Replace(caller.newOperation(), target.id(), draft, precondition, include);
    }

    static BackendRequest.Patch patch(
            Caller caller, ScimRoute.Resource target, JsonNode body, Precondition precondition, Include include) {
        PatchParser.checkSize(body);
        JsonNode rewritten = caller.dialect().rewritePatch(body, target.type(), caller.firings());
        PatchPlan plan = PatchBinder.bind(PatchParser.parse(rewritten), target.type());
        UpdatePolicy.check(caller.principal().tenant(), target.type(), plan);
        return new BackendRequest.Patch(caller.newOperation(), target.type(), target.id(), plan, precondition, include);
    }

    static BackendRequest.Delete delete(Caller caller, ScimRoute.Resource target, Precondition precondition) {
        return new BackendRequest.Delete(caller.newOperation(), target.type(), target.id(), precondition);
    }

    private static ResourceDraft draft(Caller caller, ResourceType type, JsonNode body) {
        return DraftReader.read(caller.dialect().rewriteResource(body, type, caller.firings()), type);
    }
}
