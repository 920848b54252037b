/** The HTTP shell: limits, request ids, bodies and answers. */
@NullMarked
package io.sluice.gateway.http;

import org.jspecify.annotations.NullMarked;
