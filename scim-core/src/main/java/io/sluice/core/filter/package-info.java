/** Filters of RFC 7644 section 3.4.2.2: parsed, bound to a schema, evaluated. */
@NullMarked
package io.sluice.core.filter;

import org.jspecify.annotations.NullMarked;
