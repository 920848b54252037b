/** Resources as they travel between the gateway and a backend. */
@NullMarked
package io.sluice.core.resource;

import org.jspecify.annotations.NullMarked;
