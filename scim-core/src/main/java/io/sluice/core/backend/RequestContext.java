package io.sluice.core.backend;

import io.sluice.core.control.Actor;
import io.sluice.core.control.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * What every request to a backend carries.
 *
 * @param requestId for logs and audit
 * @param operationId a UUIDv7, stored with what a write changes: a repetition with the same operation id returns the
 *     committed result instead of doing the write twice. A backend that accepts ids from outside uses it as the id of the
 *     resource that a Create makes.
 * @param deadline after which nobody waits for the reply any more
 */
public record RequestContext(TenantId tenant, String requestId, UUID operationId, Actor actor, Instant deadline) {}
