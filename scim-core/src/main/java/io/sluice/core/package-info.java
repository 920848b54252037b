/** The SCIM protocol without I/O, and what a backend implements. */
@NullMarked
package io.sluice.core;

import org.jspecify.annotations.NullMarked;
