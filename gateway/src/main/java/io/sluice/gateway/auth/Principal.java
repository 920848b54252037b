package io.sluice.gateway.auth;

import io.sluice.core.control.Tenant;

/**
 * Who a verified credential stands for.
 *
 * @param tenant with its settings as they were when the credential was verified, at most 600 ms ago
 * @param idp the vendor of the connection that the credential belongs to
 * @param credentialId names the credential in audit events and logs; not a secret
 * @param subject what the credential stands for, to be compared with an attribute of a user; empty when an access token does not
 *     say
 * @param strict whether the connection's profile is {@code strict}
 */
public record Principal(Tenant tenant, String idp, String credentialId, String subject, boolean strict) {}
