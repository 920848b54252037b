/** Tests of the data. */
@NullMarked
package io.sluice.gateway.demo.data;

import org.jspecify.annotations.NullMarked;
