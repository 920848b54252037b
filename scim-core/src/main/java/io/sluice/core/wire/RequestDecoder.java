package io.sluice.core.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.resource.ResourceDraft;
import io.sluice.core.resource.Secret;
import io.sluice.core.schema.ResourceType;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.Set;

/** Reads requests of every version that this node knows and binds their names to the definition that they were bound to. */
public final class RequestDecoder {

    private final TypesReceived types;

    public RequestDecoder(TypesReceived types) {
        this.types = types;
    }

    /**
     * @throws WireException when the message is damaged or of another version
     */
    public Incoming decode(Buffer message) {
        WireReader in = new WireReader(message);
        int version = WireVersion.checked(in.number8());
        RequestKind kind = RequestKind.of(in.number8());
        return switch (kind) {
            case READ_MEMBERS ->
                ready(
                        in,
                        version,
                        new BackendRequest.ReadMembers(ContextForm.read(in), in.text(), in.text(), in.small()));
            case PURGE -> ready(in, version, new BackendRequest.Purge(ContextForm.read(in)));
            case CREATE, READ, REPLACE, PATCH, DELETE, SEARCH -> typed(in, kind, version);
        };
    }

    private Incoming typed(WireReader in, RequestKind kind, int version) {
        Optional<ResourceType> type = type(in);
        return type.isEmpty()
                ? new Incoming.UnknownType(version)
                : ready(in, version, typed(in, kind, ContextForm.read(in), type.get()));
    }

    private static Incoming ready(WireReader in, int version, BackendRequest request) {
        in.end();
        return new Incoming.Ready(request, version);
    }

    private Optional<ResourceType> type(WireReader in) {
        Fingerprint fingerprint = new Fingerprint(in.uuid());
        return in.flag() ? Optional.of(types.learn(fingerprint, in.bytes())) : types.find(fingerprint);
    }

    private static BackendRequest typed(WireReader in, RequestKind kind, RequestContext context, ResourceType type) {
        return switch (kind) {
            case CREATE -> new BackendRequest.Create(context, draft(in, type));
            case READ -> new BackendRequest.Read(context, type, in.text(), SearchForm.include(in));
            case REPLACE ->
                new BackendRequest.Replace(
                        context, in.text(), draft(in, type), precondition(in), SearchForm.include(in));
            case PATCH ->
                new BackendRequest.Patch(
                        context, type, in.text(), PatchForm.read(in, type), precondition(in), SearchForm.include(in));
            case DELETE -> new BackendRequest.Delete(context, type, in.text(), precondition(in));
            case SEARCH -> new BackendRequest.Search(context, SearchForm.read(in, type));
            case READ_MEMBERS, PURGE -> throw new IllegalStateException(kind + " is bound to no type");
        };
    }

    private static ResourceDraft draft(WireReader in, ResourceType type) {
        if (in.json() instanceof ObjectNode attributes) {
            return new ResourceDraft(
                    type, attributes, MemberForm.readAll(in), in.optional(() -> new Secret(in.text())));
        }
        throw new WireException("A draft has to be an object");
    }

    private static Precondition precondition(WireReader in) {
        return in.flag() ? new Precondition.VersionIn(Set.copyOf(in.each(in::text))) : Precondition.none();
    }
}
