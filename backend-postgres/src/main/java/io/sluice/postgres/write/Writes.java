package io.sluice.postgres.write;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.vertx.core.Future;

/** All writes; those of one resource keep their order. */
public final class Writes {

    private final Creates creates;
    private final Updates updates;
    private final Groups groups;
    private final Members members;
    private final Deletes deletes;
    private final InOrder inOrder = new InOrder();

    public Writes(WriteContext context) {
        this.creates = new Creates(context);
        this.updates = new Updates(context);
        this.groups = new Groups(context);
        this.members = new Members(context);
        this.deletes = new Deletes(context);
    }

    public Future<BackendReply> create(BackendRequest.Create create) {
        return creates.create(create);
    }

    public Future<BackendReply> replace(BackendRequest.Replace replace) {
        return inOrder.alone(
                key(replace.context(), replace.id()),
                () -> replace.draft().type().isGroup()
                        ? groups.replace(replace)
                        : updates.apply(Attributes.of(replace)));
    }

    public Future<BackendReply> patch(BackendRequest.Patch patch) {
        InOrder.Key key = key(patch.context(), patch.id());
        if (!patch.type().isGroup()) {
            return inOrder.alone(key, () -> updates.apply(Attributes.of(patch)));
        }
        return Members.mayShare(patch)
                ? inOrder.together(key, () -> members.patch(patch))
                : inOrder.alone(key, () -> groups.patch(patch));
    }

    public Future<BackendReply> delete(BackendRequest.Delete delete) {
        return inOrder.alone(key(delete.context(), delete.id()), () -> deletes.delete(delete));
    }

    public Future<BackendReply> purge(BackendRequest.Purge purge) {
        return deletes.purge(purge);
    }

    private static InOrder.Key key(RequestContext context, String id) {
        return new InOrder.Key(context.tenant().number(), id);
    }
}
