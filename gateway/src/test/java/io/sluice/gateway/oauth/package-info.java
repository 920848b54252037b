@NullMarked
package io.sluice.gateway.oauth;

import org.jspecify.annotations.NullMarked;
