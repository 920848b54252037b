/** How long a revoked credential goes on working, measured across nodes. */
@NullMarked
package io.sluice.revocation;

import org.jspecify.annotations.NullMarked;
