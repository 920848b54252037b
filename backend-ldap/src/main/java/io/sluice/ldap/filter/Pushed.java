package io.sluice.ldap.filter;

import com.unboundid.ldap.sdk.Filter;

/** What of a SCIM filter the directory can judge. Each selects at least what the SCIM filter does. */
public sealed interface Pushed {

    /** The directory cannot help: every entry has to be looked at. */
    record Everything() implements Pushed {}

    /** Nothing can match. */
    record Nothing() implements Pushed {}

    /**
     * @param exact whether it selects exactly what the SCIM filter does, so that it may be negated and needs no second look
     */
    record Some(Filter filter, boolean exact) implements Pushed {}
}
