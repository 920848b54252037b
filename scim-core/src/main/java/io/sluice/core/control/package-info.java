/** The control plane: tenants, credentials and the audit trail, as the gateway asks for them. */
@NullMarked
package io.sluice.core.control;

import org.jspecify.annotations.NullMarked;
