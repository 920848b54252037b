/** What leaves a node comes back the same, in every version. */
@NullMarked
package io.sluice.core.wire;

import org.jspecify.annotations.NullMarked;
