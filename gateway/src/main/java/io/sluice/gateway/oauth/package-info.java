/** The OAuth 2.0 authorization server of the gateway, and the access tokens that it and others issue. */
@NullMarked
package io.sluice.gateway.oauth;

import org.jspecify.annotations.NullMarked;
