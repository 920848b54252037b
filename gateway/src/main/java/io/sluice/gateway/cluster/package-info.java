/** Several nodes as one: who is there, who is asked, and what happens when one does not answer. See docs/cluster.md. */
@NullMarked
package io.sluice.gateway.cluster;

import org.jspecify.annotations.NullMarked;
