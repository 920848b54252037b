/** What identity providers asked lately and how it went, for the people who look for a user that did not arrive. */
@NullMarked
package io.sluice.gateway.activity;

import org.jspecify.annotations.NullMarked;
