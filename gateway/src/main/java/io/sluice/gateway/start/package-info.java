/** How the parts of a node are put together, started and stopped. */
@NullMarked
package io.sluice.gateway.start;

import org.jspecify.annotations.NullMarked;
