/** Tests of the drivers. */
@NullMarked
package io.sluice.load.drive;

import org.jspecify.annotations.NullMarked;
