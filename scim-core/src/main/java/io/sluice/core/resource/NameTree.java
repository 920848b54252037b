package io.sluice.core.resource;

import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of one {@code attributes} or {@code excludedAttributes}, as a tree: extension, attribute, sub-attribute. */
final class NameTree {

    static final NameTree EMPTY = new NameTree();

    private final Map<String, NameTree> children = new HashMap<>(4);
    private boolean named;

    private NameTree() {}

    /** Names that the resource type does not have are left out (RFC 7644 section 3.9 asks for no error). */
    static NameTree of(List<String> names, ResourceType type) {
        NameTree tree = new NameTree();
        for (String name : names) {
            if (Spelling.isSame(name, type.core().id())) {
                type.core().attributes().forEach(attribute -> tree.at(attribute).named = true);
            } else {
                AttributeResolver.resolve(type, name).ifPresent(tree::add);
            }
        }
        return tree;
    }

    private void add(AttributePath path) {
        NameTree holder = path.extension().map(this::at).orElse(this);
        NameTree attribute = holder.at(path.attribute());
        path.subAttribute().map(attribute::at).orElse(attribute).named = true;
    }

    private NameTree at(Attribute attribute) {
        return at(attribute.name());
    }

    private NameTree at(String name) {
        return children.computeIfAbsent(name, unseen -> new NameTree());
    }

    NameTree child(Attribute attribute) {
        return children.getOrDefault(attribute.name(), EMPTY);
    }

    /** Whether the name that ends here was given. */
    boolean isNamed() {
        return named;
    }

    boolean isEmpty() {
        return !named && children.isEmpty();
    }
}
