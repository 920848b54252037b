@NullMarked
package io.sluice.gateway.control;

import org.jspecify.annotations.NullMarked;
