package io.sluice.core.dialect;

import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.Spelling;
import java.util.Optional;

/** What a key of an object means: an attribute, something inside one, or nothing that is known. */
final class KeyRule {

    sealed interface Meaning {}

    record Direct(Attribute attribute) implements Meaning {}

    /** The rest of the key is a key of that attribute's object. */
    record Inside(Attribute attribute, String rest) implements Meaning {}

    record Unknown() implements Meaning {}

    private final Tolerance tolerance;

    KeyRule(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    Meaning meaning(Attribute object, String key) {
        return object.subAttribute(key)
                .<Meaning>map(Direct::new)
                .or(() -> otherName(object, key))
                .or(() -> underUrn(object, key))
                .or(() -> dotted(object, key))
                .or(() -> ofExtension(object, key))
                .orElseGet(Unknown::new);
    }

    private Optional<Meaning> otherName(Attribute object, String key) {
        return Spelling.isSame(key, "displayName")
                ? object.subAttribute("display")
                        .filter(display -> tolerance.allows(DialectRule.DISPLAY_NAME_OF_MEMBER))
                        .map(Direct::new)
                : Optional.empty();
    }

    private Optional<Meaning> underUrn(Attribute object, String key) {
        String core = tolerance.type().core().id();
        if (isUnder(core, key)) {
            Meaning meaning = meaning(object, key.substring(core.length() + 1));
            return meaning instanceof Unknown || !tolerance.allows(DialectRule.URN_KEY)
                    ? Optional.empty()
                    : Optional.of(meaning);
        }
        return object.subAttributes().stream()
                .filter(attribute -> isUnder(attribute.name(), key))
                .filter(extension -> tolerance.allows(DialectRule.URN_KEY))
                .findFirst()
                .map(extension ->
                        new Inside(extension, key.substring(extension.name().length() + 1)));
    }

    private Optional<Meaning> dotted(Attribute object, String key) {
        int dot = key.indexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        return object.subAttribute(key.substring(0, dot))
                .filter(attribute -> attribute.isComplex() && !attribute.multiValued())
                .filter(attribute ->
                        attribute.subAttribute(key.substring(dot + 1)).isPresent())
                .filter(attribute -> tolerance.allows(DialectRule.DOTTED_KEY))
                .map(attribute -> new Inside(attribute, key.substring(dot + 1)));
    }

    private Optional<Meaning> ofExtension(Attribute object, String key) {
        int dot = key.indexOf('.');
        String head = dot < 0 ? key : key.substring(0, dot);
        return object.subAttributes().stream()
                .filter(attribute -> attribute.name().indexOf(':') >= 0)
                .filter(extension -> extension.subAttribute(head).isPresent())
                .filter(extension -> tolerance.allows(DialectRule.EXTENSION_WITHOUT_URN))
                .findFirst()
                .map(extension -> new Inside(extension, key));
    }

    private static boolean isUnder(String urn, String key) {
        return urn.indexOf(':') >= 0
                && key.length() > urn.length() + 1
                && key.charAt(urn.length()) == ':'
                && key.regionMatches(true, 0, urn, 0, urn.length());
    }
}
