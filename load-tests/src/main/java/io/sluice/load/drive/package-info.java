/** Drives requests: closed loop and open loop, with honest latencies. */
@NullMarked
package io.sluice.load.drive;

import org.jspecify.annotations.NullMarked;
