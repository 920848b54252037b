/** The configuration: its keys, where they come from, and what is refused. */
@NullMarked
package io.sluice.gateway.config;

import org.jspecify.annotations.NullMarked;
