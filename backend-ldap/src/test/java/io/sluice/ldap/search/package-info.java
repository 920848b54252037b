/** Tests of searching. */
@NullMarked
package io.sluice.ldap.search;

import org.jspecify.annotations.NullMarked;
