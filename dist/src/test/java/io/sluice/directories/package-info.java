/** Tenants whose people live in a directory, through the whole gateway. */
@NullMarked
package io.sluice.directories;

import org.jspecify.annotations.NullMarked;
