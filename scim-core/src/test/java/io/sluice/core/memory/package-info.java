/** The reference backend and control store: everything in memory, nothing durable, the rules in their plainest form. */
@NullMarked
package io.sluice.core.memory;

import org.jspecify.annotations.NullMarked;
