/** The LDAP backend. */
@NullMarked
package io.sluice.ldap;

import org.jspecify.annotations.NullMarked;
