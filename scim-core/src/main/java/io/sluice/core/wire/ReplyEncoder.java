package io.sluice.core.wire;

import io.sluice.core.backend.BackendReply;
import io.vertx.core.buffer.Buffer;

/** Writes replies in the version that was asked in. */
public final class ReplyEncoder {

    private ReplyEncoder() {}

    /**
     * @param load how many requests the instance has in flight
     */
    public static Buffer encode(BackendReply reply, int version, int load) {
        return switch (reply) {
            case BackendReply.Stored stored -> {
                WireWriter out = begin(version, ReplyKind.STORED, load);
                ResourceForm.write(out, stored.resource());
                yield out.flag(stored.changed()).buffer();
            }
            case BackendReply.Deleted deleted ->
                begin(version, ReplyKind.DELETED, load).buffer();
            case BackendReply.Found found -> {
                WireWriter out = begin(version, ReplyKind.FOUND, load);
                yield out.each(found.resources(), resource -> ResourceForm.write(out, resource))
                        .number(found.total().count())
                        .flag(found.total().exact())
                        .optional(found.next(), out::text)
                        .buffer();
            }
            case BackendReply.MemberPage page -> {
                WireWriter out = begin(version, ReplyKind.MEMBER_PAGE, load);
                ResourceForm.write(out, page.page());
                yield out.buffer();
            }
            case BackendReply.Failed failed -> {
                WireWriter out = begin(version, ReplyKind.FAILED, load);
                ErrorForm.write(out, failed.error());
                yield out.buffer();
            }
        };
    }

    /** Asks for the definition that the request is bound to. */
    public static Buffer unknownType(int version, int load) {
        return begin(version, ReplyKind.UNKNOWN_TYPE, load).buffer();
    }

    private static WireWriter begin(int version, ReplyKind kind, int load) {
        WireWriter out = new WireWriter().number8(WireVersion.checked(version)).number8(kind.number());
        return version >= WireVersion.WITH_LOAD ? out.number(load) : out;
    }
}
