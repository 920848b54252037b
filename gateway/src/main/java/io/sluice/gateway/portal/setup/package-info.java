/** The guided set-up of each identity provider. */
@NullMarked
package io.sluice.gateway.portal.setup;

import org.jspecify.annotations.NullMarked;
