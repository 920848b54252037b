/** The arrows between modules and packages, as rules. */
package io.sluice.architecture;
