/** The first class that runs: it refuses a Java that is too old before anything newer is loaded. */
package io.sluice.launcher;
