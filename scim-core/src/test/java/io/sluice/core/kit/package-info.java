/**
 * The contract of backends and control stores as tests. A backend's module subclasses every {@code ...Contract} class and says
 * in a few lines how its own is set up; what the classes assert is what the gateway relies on.
 */
@NullMarked
package io.sluice.core.kit;

import org.jspecify.annotations.NullMarked;
