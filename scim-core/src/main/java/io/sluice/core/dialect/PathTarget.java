package io.sluice.core.dialect;

import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/**
 * What the path of an operation means.
 *
 * @param path rewritten
 * @param leaf the definition that a value at the path obeys, if the path is understood
 * @param isElement whether the path selects elements as a whole, so that the value is one element
 * @param isAttribute whether the path is an attribute and nothing more
 */
record PathTarget(String path, Optional<Attribute> leaf, boolean isElement, boolean isAttribute) {

    static PathTarget of(String path, Tolerance tolerance) {
        int open = path.indexOf('[');
        String sentName = open < 0 ? path : path.substring(0, open);
        String name = qualified(sentName, tolerance);
        Optional<AttributePath> found = AttributeResolver.resolve(tolerance.type(), name);
        if (open < 0) {
            return new PathTarget(
                    name,
                    found.map(AttributePath::leaf),
                    false,
                    found.filter(attribute -> attribute.subAttribute().isEmpty())
                            .isPresent());
        }
        String rewritten = new FilterRewriter(tolerance).rewrite(name + path.substring(open));
        int close = rewritten.lastIndexOf(']');
        boolean whole = close == rewritten.length() - 1;
        Optional<Attribute> leaf = found.map(AttributePath::attribute);
        return whole
                ? new PathTarget(rewritten, leaf, true, false)
                : new PathTarget(
                        rewritten, leaf.flatMap(attribute -> subAttribute(attribute, rewritten, close)), false, false);
    }

    /** The name with the URN of its extension, if it is one of an extension's attributes and came without. */
    static String qualified(String name, Tolerance tolerance) {
        if (AttributeResolver.resolve(tolerance.type(), name).isPresent()) {
            return name;
        }
        for (ResourceType.Extension extension : tolerance.type().extensions()) {
            String full = extension.schema().id() + ":" + name;
            if (AttributeResolver.resolve(tolerance.type(), full).isPresent()
                    && tolerance.allows(DialectRule.EXTENSION_WITHOUT_URN)) {
                return full;
            }
        }
        return name;
    }

    private static Optional<Attribute> subAttribute(Attribute attribute, String path, int close) {
        return path.startsWith("].", close) ? attribute.subAttribute(path.substring(close + 2)) : Optional.empty();
    }
}
