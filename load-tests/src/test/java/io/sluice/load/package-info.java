/** Tests of the command line. */
@NullMarked
package io.sluice.load;

import org.jspecify.annotations.NullMarked;
