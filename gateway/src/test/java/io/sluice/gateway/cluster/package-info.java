/** Who is asked in a cluster, without one. */
@NullMarked
package io.sluice.gateway.cluster;

import org.jspecify.annotations.NullMarked;
