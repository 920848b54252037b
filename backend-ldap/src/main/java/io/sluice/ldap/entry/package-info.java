/** LDAP entries: made from resources and read back. */
@NullMarked
package io.sluice.ldap.entry;

import org.jspecify.annotations.NullMarked;
