/** How SCIM attributes and LDAP attributes correspond. */
@NullMarked
package io.sluice.ldap.mapping;

import org.jspecify.annotations.NullMarked;
