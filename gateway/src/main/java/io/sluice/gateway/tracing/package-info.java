/** Traces of requests, from the HTTP port over the event bus to the statements. */
@NullMarked
package io.sluice.gateway.tracing;

import org.jspecify.annotations.NullMarked;
