/** What is shipped in deploy/ and told in docs/operations.md, held against what the gateway does. */
@NullMarked
package io.sluice.deploy;

import org.jspecify.annotations.NullMarked;
