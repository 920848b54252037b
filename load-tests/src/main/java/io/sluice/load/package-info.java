/** Load scenarios, micro-benchmarks and their reports. */
@NullMarked
package io.sluice.load;

import org.jspecify.annotations.NullMarked;
