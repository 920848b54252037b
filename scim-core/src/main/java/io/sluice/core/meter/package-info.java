/** What backends and stores count about themselves, for whoever runs them. */
@NullMarked
package io.sluice.core.meter;

import org.jspecify.annotations.NullMarked;
