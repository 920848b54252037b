package io.sluice.core.dialect;

import io.sluice.core.schema.ResourceType;
import java.util.Set;

/** What is tolerated in one request, and the note of what was. */
record Tolerance(Set<DialectRule> rules, ResourceType type, Firings firings) {

    /** To be asked only when the rule would change something: the rule counts as fired if it is on. */
    boolean allows(DialectRule rule) {
        boolean on = rules.contains(rule);
        if (on) {
            firings.fired(rule);
        }
        return on;
    }
}
