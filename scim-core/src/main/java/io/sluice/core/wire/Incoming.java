package io.sluice.core.wire;

import io.sluice.core.backend.BackendRequest;

/** What became of a message that came in. */
public sealed interface Incoming {

    /** The version to answer in. */
    int version();

    record Ready(BackendRequest request, int version) implements Incoming {}

    /** It is bound to a definition that this node does not have: the sender has to send it along. */
    record UnknownType(int version) implements Incoming {}
}
