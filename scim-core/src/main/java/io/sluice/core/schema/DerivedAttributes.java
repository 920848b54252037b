package io.sluice.core.schema;

/** Attributes that no backend stores under their own name. */
public final class DerivedAttributes {

    private DerivedAttributes() {}

    /** The displayName of a user's manager (RFC 7643 section 4.3), which is another user's and looked up for each answer. */
    public static boolean isManagerName(AttributePath path) {
        return path.extension().isPresent()
                && path.attribute().name().equals("manager")
                && path.leaf().name().equals("displayName")
                && path.leaf().mutability() == Mutability.READ_ONLY;
    }
}
