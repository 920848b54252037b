/** The gateway: from HTTP to the event bus and back. */
@NullMarked
package io.sluice.gateway;

import org.jspecify.annotations.NullMarked;
