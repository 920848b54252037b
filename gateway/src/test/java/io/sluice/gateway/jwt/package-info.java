@NullMarked
package io.sluice.gateway.jwt;

import org.jspecify.annotations.NullMarked;
