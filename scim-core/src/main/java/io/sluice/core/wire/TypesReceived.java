package io.sluice.core.wire;

import io.sluice.core.schema.ResourceType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The resource types that other nodes have sent to this one. What was forgotten is asked for again. */
public final class TypesReceived {

    private final int most;
    private final Map<Fingerprint, ResourceType> types = new ConcurrentHashMap<>();

    public TypesReceived() {
        this(20_000);
    }

    /**
     * @param most how many are kept; at one more, all are forgotten
     */
    public TypesReceived(int most) {
        this.most = most;
    }

    Optional<ResourceType> find(Fingerprint fingerprint) {
        return Optional.ofNullable(types.get(fingerprint));
    }

    ResourceType learn(Fingerprint fingerprint, byte[] definition) {
        ResourceType known = types.get(fingerprint);
        if (known != null) {
            return known;
        }
        if (!Fingerprint.of(definition).equals(fingerprint)) {
            throw new WireException("A definition does not have the fingerprint that it is sent with");
        }
        if (types.size() >= most) {
            types.clear();
        }
        ResourceType type = TypeForm.read(definition);
        types.put(fingerprint, type);
        return type;
    }
}
