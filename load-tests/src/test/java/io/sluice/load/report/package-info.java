/** Tests of what a run leaves behind. */
@NullMarked
package io.sluice.load.report;

import org.jspecify.annotations.NullMarked;
