/** The baseline: PostgreSQL without a gateway in front. */
@NullMarked
package io.sluice.load.raw;

import org.jspecify.annotations.NullMarked;
