/** What operators see of an installation: its nodes, what they need, how much they do. */
@NullMarked
package io.sluice.gateway.system;

import org.jspecify.annotations.NullMarked;
