/** The SCIM endpoints. */
@NullMarked
package io.sluice.gateway.scim;

import org.jspecify.annotations.NullMarked;
