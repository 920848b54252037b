/**
 * Writes. Every statement carries the audit events of its changes, so that both commit together; waiting writes share
 * statements.
 */
@NullMarked
package io.sluice.postgres.write;

import org.jspecify.annotations.NullMarked;
