package io.sluice.core.control.local;

import io.sluice.core.control.JwtIssuer;

/** A trusted issuer with its tenant. */
public record LocalJwtIssuer(String tenant, JwtIssuer issuer) {}
