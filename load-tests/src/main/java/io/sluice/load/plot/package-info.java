/** Draws the figures of summaries as SVG, so that published pages need nothing but these files. */
@NullMarked
package io.sluice.load.plot;

import org.jspecify.annotations.NullMarked;
