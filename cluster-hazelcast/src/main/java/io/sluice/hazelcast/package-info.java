/** Nodes find each other by Hazelcast. */
@NullMarked
package io.sluice.hazelcast;

import org.jspecify.annotations.NullMarked;
