/** Rows become resources: reads by id, members, what is derived from memberships. */
@NullMarked
package io.sluice.postgres.read;

import org.jspecify.annotations.NullMarked;
