/** What a run leaves behind: figures as JSON in one form whatever engine made them, a table, and the comparison of two. */
@NullMarked
package io.sluice.load.report;

import org.jspecify.annotations.NullMarked;
