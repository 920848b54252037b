@NullMarked
package io.sluice.load.bench;

import org.jspecify.annotations.NullMarked;
