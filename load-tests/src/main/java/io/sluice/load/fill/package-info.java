/** Fills a tenant with made-up users and groups. */
@NullMarked
package io.sluice.load.fill;

import org.jspecify.annotations.NullMarked;
