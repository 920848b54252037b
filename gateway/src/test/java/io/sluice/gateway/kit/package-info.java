/** What the gateway's tests share. */
@NullMarked
package io.sluice.gateway.kit;

import org.jspecify.annotations.NullMarked;
