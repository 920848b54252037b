/** Tests of the demo. */
@NullMarked
package io.sluice.gateway.demo;

import org.jspecify.annotations.NullMarked;
