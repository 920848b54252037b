/**
 * Fuzz targets. The build plays what is known to be interesting; {@code JAZZER_FUZZ=1} and {@code -Dtest=FilterFuzzTest} look for
 * more, and what they find belongs into the inputs.
 */
@NullMarked
package io.sluice.core.fuzz;

import org.jspecify.annotations.NullMarked;
