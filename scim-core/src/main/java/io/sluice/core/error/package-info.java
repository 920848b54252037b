/** The errors of the protocol, as values. */
@NullMarked
package io.sluice.core.error;

import org.jspecify.annotations.NullMarked;
