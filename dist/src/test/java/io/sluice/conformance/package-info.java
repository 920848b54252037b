/** The conformance suite on the backends that are delivered. */
@NullMarked
package io.sluice.conformance;

import org.jspecify.annotations.NullMarked;
