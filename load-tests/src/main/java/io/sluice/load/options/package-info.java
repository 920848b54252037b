/** Options that several commands have, each said once; what one usually takes is said where it is mixed in. */
@NullMarked
package io.sluice.load.options;

import org.jspecify.annotations.NullMarked;
