/** Audit Trails. */
@NullMarked
package io.sluice.gateway.portal.audit;

import org.jspecify.annotations.NullMarked;
