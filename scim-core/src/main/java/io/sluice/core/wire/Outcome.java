package io.sluice.core.wire;

import io.sluice.core.backend.BackendReply;
import java.util.OptionalInt;

/** What another node answered. */
public sealed interface Outcome {

    /** How many requests it has in flight; empty from nodes that do not say. */
    OptionalInt load();

    record Replied(BackendReply reply, OptionalInt load) implements Outcome {}

    /** It does not have the definition and wants the request once more with it. */
    record TypeWanted(OptionalInt load) implements Outcome {}
}
