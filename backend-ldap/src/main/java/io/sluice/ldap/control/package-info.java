/** A control store in plain files. */
@NullMarked
package io.sluice.ldap.control;

import org.jspecify.annotations.NullMarked;
