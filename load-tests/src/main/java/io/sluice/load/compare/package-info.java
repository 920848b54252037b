/** Compares two summaries, so that a release that is slower than the one before is seen. */
@NullMarked
package io.sluice.load.compare;

import org.jspecify.annotations.NullMarked;
