/** Short runs of every scenario against a gateway over PostgreSQL, and the data that they are made of. */
@NullMarked
package io.sluice.load.scenario;

import org.jspecify.annotations.NullMarked;
