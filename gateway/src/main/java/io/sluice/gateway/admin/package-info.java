/** The administration API, and the commands behind it. */
@NullMarked
package io.sluice.gateway.admin;

import org.jspecify.annotations.NullMarked;
