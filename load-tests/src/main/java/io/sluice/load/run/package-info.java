/** Runs scenarios with the kit's own driver. */
@NullMarked
package io.sluice.load.run;

import org.jspecify.annotations.NullMarked;
