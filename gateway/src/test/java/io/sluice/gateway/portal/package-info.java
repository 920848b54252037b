/** Tests of the portal over HTTP; those in a real browser are a module of their own. */
@NullMarked
package io.sluice.gateway.portal;

import org.jspecify.annotations.NullMarked;
