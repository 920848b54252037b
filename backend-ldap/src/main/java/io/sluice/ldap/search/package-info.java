/** Searches: snapshots of ids, pages, totals and order. */
@NullMarked
package io.sluice.ldap.search;

import org.jspecify.annotations.NullMarked;
