/** Lists: bound filters and sorts become SQL whose text never depends on a value. */
@NullMarked
package io.sluice.postgres.search;

import org.jspecify.annotations.NullMarked;
