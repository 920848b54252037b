package io.sluice.core.patch;

import java.util.Optional;

/**
 * The path of a patch operation as it was written (RFC 7644 section 3.5.2, figure 7), before its names meet a schema.
 * {@link #text} gives back what {@link PathParser} read.
 */
public sealed interface PathExpression {

    /** The path in its written form. */
    String text();

    /**
     * An attribute, one of its sub-attributes or a whole extension.
     *
     * @param name such as {@code title}, {@code name.givenName}, {@code urn:...:2.0:User:userName} or the URN of an extension
     */
    record Name(String name) implements PathExpression {
        @Override
        public String text() {
            return name;
        }
    }

    /**
     * Elements of a multi-valued attribute, or a sub-attribute of each of them.
     *
     * @param attribute the name before the bracket
     * @param filter what stands between the brackets
     * @param subAttribute the name after the brackets
     */
    record ValuePath(String attribute, String filter, Optional<String> subAttribute) implements PathExpression {

        @Override
        public String text() {
            return selection() + subAttribute.map(sub -> "." + sub).orElse("");
        }

        /** The part up to the closing bracket, which by itself is a filter of RFC 7644 section 3.4.2.2. */
        public String selection() {
            return attribute + "[" + filter + "]";
        }
    }
}
