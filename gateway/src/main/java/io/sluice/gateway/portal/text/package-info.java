/** What the portal says, in every language that it speaks. */
@NullMarked
package io.sluice.gateway.portal.text;

import org.jspecify.annotations.NullMarked;
