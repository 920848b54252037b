/** What a run of Gatling leaves, looked at as its reader looks at it. */
@NullMarked
package io.sluice.load.browse;

import org.jspecify.annotations.NullMarked;
