/** The page User Provisioning: tokens, OAuth clients and connections. */
@NullMarked
package io.sluice.gateway.portal.provisioning;

import org.jspecify.annotations.NullMarked;
