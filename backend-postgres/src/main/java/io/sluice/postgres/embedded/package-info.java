/** The PostgreSQL that the zero-configuration start runs: real binaries, durable, ending with the gateway. */
@NullMarked
package io.sluice.postgres.embedded;

import org.jspecify.annotations.NullMarked;
