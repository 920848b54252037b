/** The portal in a real browser. */
@NullMarked
package io.sluice.portal;

import org.jspecify.annotations.NullMarked;
