@NullMarked
package io.sluice.gateway.start;

import org.jspecify.annotations.NullMarked;
