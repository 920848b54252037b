/** Micro-benchmarks of what happens on the event loop; load-tests/micro runs them. */
@NullMarked
package io.sluice.load.micro;

import org.jspecify.annotations.NullMarked;
