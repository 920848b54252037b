/** Tests of the comparison. */
@NullMarked
package io.sluice.load.compare;

import org.jspecify.annotations.NullMarked;
