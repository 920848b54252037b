/** What all pages have in common. */
@NullMarked
package io.sluice.gateway.portal.page;

import org.jspecify.annotations.NullMarked;
