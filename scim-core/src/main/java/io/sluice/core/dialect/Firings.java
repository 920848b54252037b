package io.sluice.core.dialect;

import java.util.EnumSet;
import java.util.Set;

/** The rules that made a difference to one request. Belongs to that request; not for use by several threads. */
public final class Firings {

    private final EnumSet<DialectRule> fired = EnumSet.noneOf(DialectRule.class);

    void fired(DialectRule rule) {
        fired.add(rule);
    }

    public Set<DialectRule> rules() {
        return Set.copyOf(fired);
    }

    public boolean isEmpty() {
        return fired.isEmpty();
    }
}
