/** The baselines: PostgreSQL and a directory without a gateway in front. */
@NullMarked
package io.sluice.load.raw;

import org.jspecify.annotations.NullMarked;
