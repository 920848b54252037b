package io.sluice.core.wire;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Total;
import io.sluice.core.resource.Membership;
import io.sluice.core.schema.ResourceType;
import io.vertx.core.buffer.Buffer;
import java.util.OptionalInt;

/** Reads replies of every version that this node knows. */
public final class ReplyDecoder {

    private ReplyDecoder() {}

    /**
     * @param request what is answered: its resource type is the type of the resources in the reply
     * @throws WireException when the message is damaged or of another version
     */
    public static Outcome decode(Buffer message, BackendRequest request) {
        WireReader in = new WireReader(message);
        int version = WireVersion.checked(in.number8());
        ReplyKind kind = ReplyKind.of(in.number8());
        OptionalInt load = version >= WireVersion.WITH_LOAD ? OptionalInt.of(in.small()) : OptionalInt.empty();
        Outcome outcome = kind == ReplyKind.UNKNOWN_TYPE
                ? new Outcome.TypeWanted(load)
                : new Outcome.Replied(reply(in, kind, request), load);
        in.end();
        return outcome;
    }

    private static BackendReply reply(WireReader in, ReplyKind kind, BackendRequest request) {
        return switch (kind) {
            case STORED -> new BackendReply.Stored(ResourceForm.read(in, type(request)), in.flag());
            case DELETED -> new BackendReply.Deleted();
            case FOUND ->
                new BackendReply.Found(
                        in.each(() -> ResourceForm.read(in, type(request))),
                        new Total(in.number(), in.flag()),
                        in.optional(in::text));
            case MEMBER_PAGE -> {
                if (ResourceForm.membership(in) instanceof Membership.OfGroup page) {
                    yield new BackendReply.MemberPage(page);
                }
                throw new WireException("A page of members without members");
            }
            case FAILED -> new BackendReply.Failed(ErrorForm.read(in));
            case UNKNOWN_TYPE -> throw new IllegalStateException("It holds no reply");
        };
    }

    private static ResourceType type(BackendRequest request) {
        return RequestKind.type(request)
                .orElseThrow(() -> new WireException("A resource in the answer to a request that has no type"));
    }
}
