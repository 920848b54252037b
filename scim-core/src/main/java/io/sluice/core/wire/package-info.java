/**
 * What leaves a node for another one: requests and replies in a compact, versioned, binary form. Inside one virtual machine they
 * go by reference and nothing of this is used. See docs/adr for why it looks like this.
 */
@NullMarked
package io.sluice.core.wire;

import org.jspecify.annotations.NullMarked;
