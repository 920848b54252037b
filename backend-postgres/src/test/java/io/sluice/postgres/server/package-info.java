/** The PostgreSQL that tests run against. */
@NullMarked
package io.sluice.postgres.server;

import org.jspecify.annotations.NullMarked;
