package io.sluice.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.Precondition;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.backend.Total;
import io.sluice.core.control.Actor;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.core.json.StrictJson;
import io.sluice.core.patch.PatchOperation;
import io.sluice.core.patch.PatchPlan;
import io.sluice.core.patch.PatchTarget;
import io.sluice.core.resource.GroupReference;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.ResourceDraft;
import io.sluice.core.resource.Secret;
import io.sluice.core.resource.Sort;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One fixed message of every kind, with a fixed resource type, so that their bytes can be kept. */
final class WireSamples {

    static final ResourceType TYPE = SampleType.THING;

    private static final Instant TIME = Instant.parse("2026-02-03T04:05:06.789012345Z");
    private static final RequestContext CONTEXT = new RequestContext(
            new TenantId("acme", 7),
            "request-1",
            UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
            new Actor("credential-1", "entra", "203.0.113.9"),
            TIME);
    private static final List<Member> MEMBERS = List.of(
            new Member("u1", Optional.of("User"), Optional.of("Zoë")),
            new Member("g1", Optional.empty(), Optional.empty()));

    private WireSamples() {}

    static Map<String, BackendRequest> requests() {
        Map<String, BackendRequest> all = new LinkedHashMap<>();
        ResourceDraft draft = new ResourceDraft(TYPE, object(), MEMBERS, Optional.of(new Secret("s3cret")));
        Precondition versions = new Precondition.VersionIn(Set.of("3"));
        all.put("create", new BackendRequest.Create(CONTEXT, draft));
        all.put("read", new BackendRequest.Read(CONTEXT, TYPE, "id-1", new Include(true, false)));
        all.put("replace", new BackendRequest.Replace(CONTEXT, "id-1", draft, versions, Include.ALL));
        all.put("patch", new BackendRequest.Patch(CONTEXT, TYPE, "id-1", plan(), Precondition.none(), Include.NOTHING));
        all.put("delete", new BackendRequest.Delete(CONTEXT, TYPE, "id-1", versions));
        all.put("search", new BackendRequest.Search(CONTEXT, query(new Page.ByIndex(11, 100))));
        all.put("cursor", new BackendRequest.Search(CONTEXT, query(new Page.ByCursor(Optional.of("after"), 0))));
        all.put("members", new BackendRequest.ReadMembers(CONTEXT, "g1", "u1", 1_000));
        all.put("purge", new BackendRequest.Purge(CONTEXT));
        return all;
    }

    /** By the name of the request that each answers, and a number. */
    static Map<String, BackendReply> replies() {
        Map<String, BackendReply> all = new LinkedHashMap<>();
        Membership.OfGroup page = new Membership.OfGroup(MEMBERS, Optional.of("next"));
        all.put("create-1", new BackendReply.Stored(resource(page), true));
        all.put("read-1", new BackendReply.Stored(resource(new Membership.None()), false));
        all.put(
                "search-1",
                new BackendReply.Found(
                        List.of(resource(new Membership.InGroups(List.of(new GroupReference("g1", "Crew"))))),
                        new Total(70_000_000_000L, false),
                        Optional.of("more")));
        all.put("delete-1", new BackendReply.Deleted());
        all.put("members-1", new BackendReply.MemberPage(page));
        all.put("patch-1", new BackendReply.Failed(ScimError.unavailable("Later", Duration.ofMillis(1_500))));
        all.put("patch-2", new BackendReply.Failed(ScimError.of(ErrorKind.UNIQUENESS, "Taken")));
        return all;
    }

    private static StoredResource resource(Membership membership) {
        return new StoredResource(
                TYPE, "id-1", "3", TIME, TIME.plusNanos(1), Buffer.buffer("{\"name\":\"Zoë\"}"), membership);
    }

    private static SearchQuery query(Page page) {
        return new SearchQuery(
                TYPE, Optional.of(filter()), Optional.of(new Sort(path("name"), false)), page, Include.ALL);
    }

    private static Filter filter() {
        return new Filter.And(List.of(
                new Filter.Or(List.of(
                        new Filter.Comparison(path("name"), Operator.EQ, new Literal.Text("Zoë", "zoë")),
                        new Filter.Comparison(
                                path("amount"), Operator.GT, new Literal.Numeric(new BigDecimal("-1.50"))),
                        new Filter.Comparison(path("flag"), Operator.NE, new Literal.Bool(true)))),
                new Filter.Not(new Filter.Present(path(SampleType.EXTENSION))),
                new Filter.Comparison(path(SampleType.EXTENSION + ":since"), Operator.LE, new Literal.Time(TIME)),
                new Filter.Elements(path("parts"), selection()),
                new Filter.Constant(true)));
    }

    private static Filter selection() {
        return new Filter.Comparison(path("parts.value"), Operator.SW, new Literal.Text("A", "a"));
    }

    private static PatchPlan plan() {
        return new PatchPlan(
                List.of(
                        new PatchOperation.Add(new PatchTarget.Whole(path("parts")), json("[{\"value\":\"A\"}]")),
                        new PatchOperation.Replace(
                                new PatchTarget.Selected(
                                        path("parts"),
                                        selection(),
                                        path("parts.value").subAttribute()),
                                json("\"B\"")),
                        new PatchOperation.Remove(new PatchTarget.Whole(path(SampleType.EXTENSION + ":since")))),
                List.of(
                        new MemberChange.Add(MEMBERS),
                        new MemberChange.Remove(Set.of("u2")),
                        new MemberChange.RemoveMatching(selection()),
                        new MemberChange.ReplaceAll(List.of())),
                Optional.of(new Secret("s3cret")));
    }

    private static AttributePath path(String name) {
        return AttributeResolver.resolve(TYPE, name).orElseThrow();
    }

    private static ObjectNode object() {
        return (ObjectNode) json("{\"name\":\"Zoë\",\"amount\":1.50,\"flag\":false}");
    }

    private static JsonNode json(String text) {
        return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
