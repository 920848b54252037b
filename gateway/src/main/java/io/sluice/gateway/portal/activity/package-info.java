/** Activity: what the IdPs asked and what they got. */
@NullMarked
package io.sluice.gateway.portal.activity;

import org.jspecify.annotations.NullMarked;
