/** Schemas, attributes and resource types of RFC 7643, and how a name in a request finds its attribute. */
@NullMarked
package io.sluice.core.schema;

import org.jspecify.annotations.NullMarked;
