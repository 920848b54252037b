package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

/** What is done with a connection while it is ours alone. */
@FunctionalInterface
public interface LdapCall<T> {

    T on(LDAPConnection connection) throws LDAPException;
}
