/** The control plane as a whole: gateway and PostgreSQL together. */
@NullMarked
package io.sluice.control;

import org.jspecify.annotations.NullMarked;
