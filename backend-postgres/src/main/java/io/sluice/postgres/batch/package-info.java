/** Requests that wait share statements. */
@NullMarked
package io.sluice.postgres.batch;

import org.jspecify.annotations.NullMarked;
