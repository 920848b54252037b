/** The PostgreSQL backend. */
@NullMarked
package io.sluice.postgres;

import org.jspecify.annotations.NullMarked;
