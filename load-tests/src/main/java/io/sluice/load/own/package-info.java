/** A gateway that the kit starts for itself, as a process of its own, and what that process costs. */
@NullMarked
package io.sluice.load.own;

import org.jspecify.annotations.NullMarked;
