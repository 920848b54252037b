/** Scripts, styles and pictures. */
@NullMarked
package io.sluice.gateway.portal.asset;

import org.jspecify.annotations.NullMarked;
