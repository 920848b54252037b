package io.sluice.core.memory;

import io.sluice.core.control.JwtIssuer;

/** A trusted issuer with its tenant. */
record MemoryJwtIssuer(String tenant, JwtIssuer issuer) {}
