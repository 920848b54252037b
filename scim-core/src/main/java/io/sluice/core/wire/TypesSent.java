package io.sluice.core.wire;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.schema.ResourceType;
import io.vertx.core.buffer.Buffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Resource types in the form in which they are sent. Types are told apart by identity, because to compare their content on every
 * request would cost more than all the rest; whoever binds requests keeps one instance for each set of definitions.
 */
public final class TypesSent {

    private static final int MOST = 20_000;

    /** A definition and its name. */
    record Sent(Fingerprint fingerprint, Buffer definition) {}

    private final Map<ResourceType, Sent> sent = Collections.synchronizedMap(new IdentityHashMap<>());

    /** The name of the definition that the request is bound to, if it is bound to one. */
    public Optional<Fingerprint> fingerprint(BackendRequest request) {
        return RequestKind.type(request).map(type -> of(type).fingerprint());
    }

    Sent of(ResourceType type) {
        Sent known = sent.get(type);
        return known == null ? added(type) : known;
    }

    private Sent added(ResourceType type) {
        byte[] definition = TypeForm.write(type);
        Sent made = new Sent(Fingerprint.of(definition), Buffer.buffer(definition));
        if (sent.size() >= MOST) {
            sent.clear();
        }
        sent.put(type, made);
        return made;
    }
}
