/** What a document becomes when it is stored: columns in comparison form, and the form in which any attribute is found. */
@NullMarked
package io.sluice.postgres.document;

import org.jspecify.annotations.NullMarked;
