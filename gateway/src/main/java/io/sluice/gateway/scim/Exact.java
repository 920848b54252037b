package io.sluice.gateway.scim;

import io.sluice.core.backend.BackendReply;

/** Takes the kind of reply that a request always gets; another one is a defect of the backend. */
final class Exact {

    private Exact() {}

    static <T extends BackendReply> T reply(Class<T> type, BackendReply reply) {
        if (type.isInstance(reply)) {
            return type.cast(reply);
        }
        throw new IllegalStateException("A backend replied " + reply.getClass().getSimpleName() + " where "
                + type.getSimpleName() + " belongs");
    }
}
