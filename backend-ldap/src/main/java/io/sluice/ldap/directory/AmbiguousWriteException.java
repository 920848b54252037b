package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;

/**
 * The connection was lost after a write was sent: the server may have done it or not. Such a write is never simply repeated;
 * what it should have changed is read back first.
 */
public final class AmbiguousWriteException extends Exception {

    private static final long serialVersionUID = 1L;

    AmbiguousWriteException(LDAPException cause) {
        super(cause.getMessage(), cause);
    }
}
