/** Writes: one class per operation, ordered per resource, reconciled after a failure. */
@NullMarked
package io.sluice.ldap.write;

import org.jspecify.annotations.NullMarked;
