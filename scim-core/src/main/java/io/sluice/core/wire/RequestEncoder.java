package io.sluice.core.wire;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.resource.ResourceDraft;
import io.sluice.core.resource.Secret;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Writes requests. The resource type that a request is bound to goes as its fingerprint; the definition itself is sent along only
 * while the receiver is not known to have it.
 */
public final class RequestEncoder {

    private final TypesSent types;

    public RequestEncoder(TypesSent types) {
        this.types = types;
    }

    /**
     * @param version of the form, one that the receiver reads
     * @param deadline after which this receiver shall not begin any more; not after the request's own
     * @param hasType whether the receiver has the definition with that fingerprint
     */
    public Buffer encode(BackendRequest request, int version, Instant deadline, Predicate<Fingerprint> hasType) {
        WireWriter out = new WireWriter();
        out.number8(WireVersion.checked(version))
                .number8(RequestKind.of(request).number());
        RequestKind.type(request).map(types::of).ifPresent(type -> {
            boolean known = hasType.test(type.fingerprint());
            out.uuid(type.fingerprint().value()).flag(!known);
            if (!known) {
                out.bytes(type.definition().getBytes());
            }
        });
        ContextForm.write(out, request.context(), deadline);
        body(out, request);
        return out.buffer();
    }

    private static void body(WireWriter out, BackendRequest request) {
        switch (request) {
            case BackendRequest.Create create -> draft(out, create.draft());
            case BackendRequest.Read read -> SearchForm.write(out.text(read.id()), read.include());
            case BackendRequest.Replace replace -> {
                draft(out.text(replace.id()), replace.draft());
                precondition(out, replace.precondition());
                SearchForm.write(out, replace.include());
            }
            case BackendRequest.Patch patch -> {
                PatchForm.write(out.text(patch.id()), patch.plan());
                precondition(out, patch.precondition());
                SearchForm.write(out, patch.include());
            }
            case BackendRequest.Delete delete -> precondition(out.text(delete.id()), delete.precondition());
            case BackendRequest.Search search -> SearchForm.write(out, search.query());
            case BackendRequest.ReadMembers members ->
                out.text(members.groupId()).text(members.after()).number(members.limit());
            case BackendRequest.Purge purge -> {}
        }
    }

    private static void draft(WireWriter out, ResourceDraft draft) {
        out.json(draft.attributes());
        MemberForm.writeAll(out, draft.members());
        out.optional(draft.password().map(Secret::reveal), out::text);
    }

    private static void precondition(WireWriter out, Precondition precondition) {
        switch (precondition) {
            case Precondition.None none -> out.flag(false);
            case Precondition.VersionIn in -> out.flag(true).each(in.versions(), out::text);
        }
    }
}
