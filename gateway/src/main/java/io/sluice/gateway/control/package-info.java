/** What administrators do, free of any transport: the administration API, the portal and the start use the same commands. */
@NullMarked
package io.sluice.gateway.control;

import org.jspecify.annotations.NullMarked;
