/** Filters translated to LDAP. */
@NullMarked
package io.sluice.ldap.filter;

import org.jspecify.annotations.NullMarked;
