/** Several nodes as one, in one virtual machine and on loopback. */
@NullMarked
package io.sluice.cluster;

import org.jspecify.annotations.NullMarked;
