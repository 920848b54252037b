/** The portal: what tenant administrators and operators see in their browser. */
@NullMarked
package io.sluice.gateway.portal;

import org.jspecify.annotations.NullMarked;
