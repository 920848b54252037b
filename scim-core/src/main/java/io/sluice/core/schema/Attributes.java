package io.sluice.core.schema;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The definitions of one object's attributes in the schema's order, found by their names. Every key of every document is looked up
 * here, most of them in the schema's own spelling.
 */
public final class Attributes extends AbstractList<Attribute> implements RandomAccess {

    private static final Attributes NONE = new Attributes(List.of());

    private final List<Attribute> inOrder;
    private final Map<String, Optional<Attribute>> bySpelling;

    private Attributes(List<Attribute> inOrder) {
        this.inOrder = inOrder;
        this.bySpelling = HashMap.newHashMap(inOrder.size());
        for (Attribute attribute : inOrder) {
            bySpelling.put(attribute.name(), inAnyCase(attribute.name()));
        }
    }

    /** The same if they are these already. */
    public static Attributes of(List<Attribute> attributes) {
        if (attributes instanceof Attributes known) {
            return known;
        }
        return attributes.isEmpty() ? NONE : new Attributes(List.copyOf(attributes));
    }

    /** The first of that name in any case (RFC 7643 section 2.1). */
    public Optional<Attribute> named(String name) {
        Optional<Attribute> spelled = bySpelling.get(name);
        return spelled == null ? inAnyCase(name) : spelled;
    }

    private Optional<Attribute> inAnyCase(String name) {
        for (Attribute attribute : inOrder) {
            if (Spelling.isSame(attribute.name(), name)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    @Override
    public Attribute get(int index) {
        return inOrder.get(index);
    }

    @Override
    public int size() {
        return inOrder.size();
    }
}
