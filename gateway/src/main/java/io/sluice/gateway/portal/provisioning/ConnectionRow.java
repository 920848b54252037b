package io.sluice.gateway.portal.provisioning;

import java.util.List;

/**
 * A vendor in use.
 *
 * @param idp the vendor's word
 * @param strict whether its profile is {@code strict}
 * @param rules the dialect's rules that its requests needed, most frequent first
 */
public record ConnectionRow(String idp, String vendor, boolean strict, List<Rule> rules) {

    /**
     * @param name of the dialect's rule
     * @param words what it tolerates
     */
    public record Rule(String name, String words, long count) {}

    public ConnectionRow {
        rules = List.copyOf(rules);
    }
}
