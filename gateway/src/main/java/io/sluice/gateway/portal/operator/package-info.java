/** The pages of operators: Tenants and System; and everybody's own account. */
@NullMarked
package io.sluice.gateway.portal.operator;

import org.jspecify.annotations.NullMarked;
