@NullMarked
package io.sluice.postgres.audit;

import org.jspecify.annotations.NullMarked;
