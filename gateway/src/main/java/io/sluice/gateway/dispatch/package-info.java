/** From a request to its backend over the event bus, with limits, deadlines and circuit breakers. */
@NullMarked
package io.sluice.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
