/** Bulk requests (RFC 7644 section 3.7): read, planned as a graph, run with bounded concurrency, answered. */
@NullMarked
package io.sluice.core.bulk;

import org.jspecify.annotations.NullMarked;
