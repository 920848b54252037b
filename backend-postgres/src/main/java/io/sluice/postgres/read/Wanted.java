package io.sluice.postgres.read;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.schema.ResourceType;

/**
 * A resource that somebody looks up.
 *
 * @param key what makes it the only one of its type
 */
record Wanted<K>(RequestContext context, ResourceType type, K key) {}
