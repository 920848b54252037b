package io.sluice.core.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import java.util.EnumSet;
import java.util.Set;

/**
 * The tolerances of an IdP connection. Rewriting never refuses what it does not understand: that is left to the strict reader,
 * which says what is wrong. What is passed in is never modified.
 *
 * @param rules those that are on
 */
public record Dialect(Set<DialectRule> rules) {

    /** Every rule; all of them are harmless to clients that keep to the RFCs. */
    public static final Dialect TOLERANT = new Dialect(EnumSet.allOf(DialectRule.class));

    /** The RFCs and the interoperability profile to the letter: unknown attributes and operations without a path are refused. */
    public static final Dialect STRICT = new Dialect(Set.of());

    public Dialect {
        rules = Set.copyOf(rules);
    }

    /** The body of a POST or PUT. */
    public JsonNode rewriteResource(JsonNode body, ResourceType type, Firings firings) {
        return new ValueRewriter(new Tolerance(rules, type, firings)).resource(body);
    }

    /**
     * The body of a PATCH.
     *
     * @throws ScimException NO_TARGET for an operation without a path, where the profile wants one
     */
    public JsonNode rewritePatch(JsonNode body, ResourceType type, Firings firings) {
        return new PatchRewriter(new Tolerance(rules, type, firings)).rewrite(body);
    }

    /** Whether a rule is on that is asked for where a request is understood, not rewritten; if so it counts as fired. */
    public boolean tolerates(DialectRule rule, Firings firings) {
        boolean on = rules.contains(rule);
        if (on) {
            firings.fired(rule);
        }
        return on;
    }

    /** The text of a filter. */
    public String rewriteFilter(String filter, ResourceType type, Firings firings) {
        return new FilterRewriter(new Tolerance(rules, type, firings)).rewrite(filter);
    }
}
