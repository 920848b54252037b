/**
 * A black-box suite: what RFC 7643, RFC 7644 and RFC 9865 ask for, and what identity providers send, as data files that are played
 * against a gateway through HTTP.
 */
@NullMarked
package io.sluice.gateway.conformance;

import org.jspecify.annotations.NullMarked;
