/** The control plane in the memory of one process, whose owner decides what is kept beyond it. */
@NullMarked
package io.sluice.core.control.local;

import org.jspecify.annotations.NullMarked;
