/** Addresses and codecs of the event bus. */
@NullMarked
package io.sluice.core.bus;

import org.jspecify.annotations.NullMarked;
