/** Holds a gateway to its word: whatever was acknowledged survives the death of the gateway and of PostgreSQL. */
@NullMarked
package io.sluice.load.ledger;

import org.jspecify.annotations.NullMarked;
