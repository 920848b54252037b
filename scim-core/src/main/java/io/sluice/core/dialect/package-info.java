/** What identity providers send beside the RFCs, rewritten to the standard's form by named rules before it is read strictly. */
@NullMarked
package io.sluice.core.dialect;

import org.jspecify.annotations.NullMarked;
