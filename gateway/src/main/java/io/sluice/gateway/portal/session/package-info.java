/** Who is logged in, and for how long. */
@NullMarked
package io.sluice.gateway.portal.session;

import org.jspecify.annotations.NullMarked;
