/** PATCH of RFC 7644 section 3.5.2: paths, operations bound to a schema, and their application to a document. */
@NullMarked
package io.sluice.core.patch;

import org.jspecify.annotations.NullMarked;
