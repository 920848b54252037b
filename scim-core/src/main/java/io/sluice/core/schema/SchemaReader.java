package io.sluice.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a schema from its JSON form (RFC 7643 section 7). What is left out gets the default of RFC 7643 section 2.2.
 *
 * <p>Schemas come from resources of this module and from an operator's configuration; a wrong one is an
 * {@link IllegalArgumentException} that names the place and what would be right.
 */
public final class SchemaReader {

    private SchemaReader() {}

    public static Schema read(JsonNode json) {
        Definition schema = new Definition("schema", json);
        String id = schema.requiredText("id");
        if (!id.regionMatches(true, 0, "urn:", 0, 4)) {
            throw new IllegalArgumentException("schema: id has to be a URN such as urn:example:2.0:User");
        }
        return new Schema(
                id,
                schema.text("name", id.substring(id.lastIndexOf(':') + 1)),
                schema.text("description", ""),
                attributes(schema.in(id).children("attributes")));
    }

    private static List<Attribute> attributes(List<Definition> definitions) {
        List<Attribute> attributes = new ArrayList<>(definitions.size());
        for (Definition definition : definitions) {
            Attribute attribute = attribute(definition);
            if (attributes.stream().anyMatch(other -> Spelling.isSame(other.name(), attribute.name()))) {
                throw new IllegalArgumentException(
                        definition.place() + ": there are two attributes named " + attribute.name());
            }
            attributes.add(attribute);
        }
        return attributes;
    }

    private static Attribute attribute(Definition unnamed) {
        String name = unnamed.requiredText("name");
        Definition definition = unnamed.in(name);
        if (!AttributeNames.isName(name)) {
            throw new IllegalArgumentException(definition.place()
                    + ": a name begins with a letter and goes on with letters, digits, - and _ (RFC 7643 section 2.1)");
        }
        AttributeType type = definition.keyword("type", AttributeType.values(), AttributeType.STRING);
        List<Attribute> subAttributes = attributes(definition.children("subAttributes"));
        if ((type == AttributeType.COMPLEX) == subAttributes.isEmpty()) {
            throw new IllegalArgumentException(
                    definition.place() + ": subAttributes belong to type complex, which needs at least one");
        }
        return new Attribute(
                name,
                type,
                definition.flag("multiValued"),
                definition.text("description", ""),
                definition.flag("required"),
                definition.texts("canonicalValues"),
                definition.flag("caseExact"),
                definition.keyword("mutability", Mutability.values(), Mutability.READ_WRITE),
                definition.keyword("returned", Returned.values(), Returned.DEFAULT),
                definition.keyword("uniqueness", Uniqueness.values(), Uniqueness.NONE),
                definition.texts("referenceTypes"),
                subAttributes);
    }
}
