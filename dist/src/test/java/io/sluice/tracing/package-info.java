/** What a collector of traces is told. */
@NullMarked
package io.sluice.tracing;

import org.jspecify.annotations.NullMarked;
