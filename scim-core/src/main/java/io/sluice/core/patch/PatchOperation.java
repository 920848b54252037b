package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One operation of a PATCH after binding: dialects rewritten, names resolved, values checked and normalised against the
 * schema, operations without a path split into one per attribute. Values are never modified after binding.
 */
public sealed interface PatchOperation {

    PatchTarget target();

    /** Adds to a multi-valued attribute or sets a single-valued one (RFC 7644 section 3.5.2.1). */
    record Add(PatchTarget target, JsonNode value) implements PatchOperation {}

    /** Replaces (RFC 7644 section 3.5.2.3). */
    record Replace(PatchTarget target, JsonNode value) implements PatchOperation {}

    /** Removes (RFC 7644 section 3.5.2.2). */
    record Remove(PatchTarget target) implements PatchOperation {}
}
