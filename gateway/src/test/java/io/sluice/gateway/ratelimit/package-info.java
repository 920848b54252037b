@NullMarked
package io.sluice.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
