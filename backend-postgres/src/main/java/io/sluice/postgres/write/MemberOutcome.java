package io.sluice.postgres.write;

import io.sluice.core.resource.StoredResource;
import java.util.List;

/**
 * What became of an update of members.
 *
 * @param group as the update left it, without its members
 * @param changed whether anybody came or left, now or when the same operation was done before
 * @param unknown who was to be added and does not exist; then nothing has changed
 */
record MemberOutcome(StoredResource group, boolean changed, List<String> unknown) {}
