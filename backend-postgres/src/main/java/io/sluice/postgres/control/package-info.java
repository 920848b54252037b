/** The control plane in PostgreSQL: tenants, credentials, the audit trail. */
@NullMarked
package io.sluice.postgres.control;

import org.jspecify.annotations.NullMarked;
