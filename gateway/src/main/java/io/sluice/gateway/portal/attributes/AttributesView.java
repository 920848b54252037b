package io.sluice.gateway.portal.attributes;

import io.sluice.core.schema.CustomAttribute;
import java.util.List;
import java.util.Set;

/**
 * What the page Custom Attributes shows.
 *
 * @param groups every attribute that an IdP could update
 * @param allowed the names of those that it may; nothing when everything is
 * @param types that a custom attribute can have
 */
public record AttributesView(
        String extensionUrn,
        List<CustomAttribute> custom,
        List<Group> groups,
        Set<String> allowed,
        Choosing choosing,
        List<String> types) {

    /** How the attributes that an IdP may update were chosen. */
    public enum Choosing {
        ALL,
        PRESET,
        ONE_BY_ONE
    }

    /**
     * Attributes of one kind.
     *
     * @param titleKey the key of what they are called
     */
    public record Group(String titleKey, List<Choice> choices) {
        public Group {
            choices = List.copyOf(choices);
        }
    }

    /**
     * @param name as the policy names it
     * @param label as it is shown
     * @param preset whether the usual choice has it
     */
    public record Choice(String name, String label, boolean preset) {}

    public AttributesView {
        custom = List.copyOf(custom);
        groups = List.copyOf(groups);
        allowed = Set.copyOf(allowed);
        types = List.copyOf(types);
    }
}
