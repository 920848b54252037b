/** Users and User groups. */
@NullMarked
package io.sluice.gateway.portal.people;

import org.jspecify.annotations.NullMarked;
