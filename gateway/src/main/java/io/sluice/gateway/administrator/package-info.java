/** Administrators: how they log in, with which keys their automation comes, and where the first one comes from. */
@NullMarked
package io.sluice.gateway.administrator;

import org.jspecify.annotations.NullMarked;
