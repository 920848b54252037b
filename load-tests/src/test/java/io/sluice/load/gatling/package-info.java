/** The scenarios for Gatling: the same sequences and data that the kit's own driver sends. */
@NullMarked
package io.sluice.load.gatling;

import org.jspecify.annotations.NullMarked;
