@NullMarked
package io.sluice.gateway.administrator;

import org.jspecify.annotations.NullMarked;
