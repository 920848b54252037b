/** Who asks: bearer credentials, read, verified and cached. */
@NullMarked
package io.sluice.gateway.auth;

import org.jspecify.annotations.NullMarked;
