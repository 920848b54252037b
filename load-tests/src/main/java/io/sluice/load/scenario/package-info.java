/** The sequences that identity providers send, as data: every engine that drives them sends the same requests. */
@NullMarked
package io.sluice.load.scenario;

import org.jspecify.annotations.NullMarked;
