package io.sluice.ldap.mapping;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.sluice.ldap.config.ConfigException;
import io.sluice.ldap.config.ConfigNode;
import io.sluice.ldap.config.SectionReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a mapping of a section, and refuses what does not fit with key, reason and line. */
final class MappingReader {

    private static final String NOTHING = "none";

    private MappingReader() {}

    static Mapping read(ConfigNode.Section section) {
        SectionReader root = SectionReader.of(section);
        SectionReader id = required(root, "id");
        Mapping mapping = new Mapping(
                new Mapping.Id(id.requiredText("attribute"), id.choice("form", IdForm.class, IdForm.TEXT)),
                root.requiredText("version"),
                root.requiredText("created"),
                root.requiredText("lastModified"),
                root.requiredText("member"),
                root.choice("onUnmapped", Unmapped.class, Unmapped.REJECT),
                type(required(root, "users")),
                type(required(root, "groups")));
        id.refuseUnknown();
        root.refuseUnknown();
        return mapping;
    }

    private static SectionReader required(SectionReader root, String key) {
        return root.section(key)
                .orElseThrow(() -> new ConfigException(root.where(), "the section '" + key + "' is missing"));
    }

    private static TypeMapping type(SectionReader section) {
        TypeMapping type = new TypeMapping(
                section.texts("objectClasses"),
                filter(section),
                section.requiredText("rdn"),
                Optional.of(DocumentPath.parse(section.requiredText("name"))),
                section.choice("password", PasswordWrite.class, PasswordWrite.IGNORE),
                section.node("emptyMember").map(SectionReader::scalar).filter(value -> !value.equals(NOTHING)),
                attributes(required(section, "attributes")));
        section.refuseUnknown();
        return type;
    }

    private static Filter filter(SectionReader section) {
        String text = section.requiredText("filter");
        try {
            return Filter.create(text);
        } catch (LDAPException e) {
            throw new ConfigException(section.where() + ".filter", "'" + text + "' is not an LDAP filter");
        }
    }

    private static List<AttributeMapping> attributes(SectionReader section) {
        List<AttributeMapping> mappings = new ArrayList<>();
        for (String key : section.keys()) {
            ConfigNode node = section.node(key).orElseThrow();
            boolean removed =
                    node instanceof ConfigNode.Scalar scalar && scalar.text().equals(NOTHING);
            if (!removed) {
                mappings.addAll(attribute(DocumentPath.parse(key), SectionReader.of(node)));
            }
        }
        return mappings;
    }

    private static List<AttributeMapping> attribute(DocumentPath path, SectionReader section) {
        Optional<String> single = section.text("ldap");
        Optional<String> values = section.text("values");
        Optional<String> reference = section.text("reference");
        Optional<SectionReader> typed = section.section("typed");
        List<AttributeMapping> mappings = new ArrayList<>();
        single.ifPresent(name -> mappings.add(new AttributeMapping.Single(
                path, name, section.choice("form", ValueForm.class, ValueForm.TEXT), section.texts("default"))));
        values.ifPresent(name -> mappings.add(new AttributeMapping.Values(path, name)));
        reference.ifPresent(name -> mappings.add(new AttributeMapping.Reference(path, name)));
        typed.ifPresent(types -> mappings.addAll(typed(path, types)));
        section.refuseUnknown();
        long kinds = java.util.stream.Stream.of(single, values, reference, typed)
                .filter(Optional::isPresent)
                .count();
        if (kinds != 1) {
            throw new ConfigException(section.where(), "exactly one of ldap, values, typed, reference is expected");
        }
        return mappings;
    }

    private static List<AttributeMapping> typed(DocumentPath path, SectionReader types) {
        List<AttributeMapping> mappings = new ArrayList<>();
        for (String type : types.keys()) {
            mappings.add(new AttributeMapping.Typed(
                    path, type, parts(types.node(type).orElseThrow())));
        }
        return mappings;
    }

    private static Map<String, String> parts(ConfigNode node) {
        if (!(node instanceof ConfigNode.Section section)) {
            return Map.of("value", SectionReader.scalar(node));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        section.entries().forEach((sub, name) -> parts.put(sub, SectionReader.scalar(name)));
        return parts;
    }
}
