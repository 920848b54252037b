/** Login and logout. */
@NullMarked
package io.sluice.gateway.portal.login;

import org.jspecify.annotations.NullMarked;
