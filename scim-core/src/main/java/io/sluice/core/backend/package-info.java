/** What a backend offers: its requests, its replies and how it is found. */
@NullMarked
package io.sluice.core.backend;

import org.jspecify.annotations.NullMarked;
