/** JSON as this service reads and writes it. */
@NullMarked
package io.sluice.core.json;

import org.jspecify.annotations.NullMarked;
