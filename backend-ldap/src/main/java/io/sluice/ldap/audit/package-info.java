/** Where audit events go when no database keeps them. */
@NullMarked
package io.sluice.ldap.audit;

import org.jspecify.annotations.NullMarked;
