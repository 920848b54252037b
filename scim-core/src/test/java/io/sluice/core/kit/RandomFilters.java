package io.sluice.core.kit;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Random filter texts over every attribute of a resource type, every operator that its type knows, and every nesting. */
final class RandomFilters {

    /** They depend on the address of the service and on how a backend makes versions. */
    private static final Set<String> NOT_COMPARED = Set.of("$ref", "location", "version");

    private record Name(String text, Attribute attribute) {}

    private final Random random;
    private final RandomValues values;
    private final List<StoredResource> resources;
    private final List<Name> names = new ArrayList<>();

    /**
     * @param resources whose ids and times are compared with
     */
    RandomFilters(Random random, ResourceType type, List<StoredResource> resources) {
        this.random = random;
        this.values = RandomValues.of(random);
        this.resources = resources;
        type.common().forEach(attribute -> names.add(new Name(attribute.name(), attribute)));
        type.core().attributes().stream()
                .filter(attribute -> attribute.returned() != Returned.NEVER)
                .forEach(attribute -> names.add(new Name(prefixed(type.core().id(), attribute.name()), attribute)));
        type.extensions()
                .forEach(extension -> extension
                        .schema()
                        .attributes()
                        .forEach(attribute ->
                                names.add(new Name(extension.schema().id() + ":" + attribute.name(), attribute))));
    }

    String next() {
        return expression(random.nextInt(4));
    }

    private String expression(int depth) {
        if (depth == 0) {
            return term();
        }
        return switch (random.nextInt(4)) {
            case 0 -> "not (" + expression(depth - 1) + ")";
            case 1 -> "(" + expression(depth - 1) + ") and (" + expression(depth - 1) + ")";
            case 2 -> expression(depth - 1) + " and " + expression(depth - 1);
            default -> expression(depth - 1) + " or " + expression(depth - 1);
        };
    }

    private String term() {
        Name name = values.texts().one(names);
        Attribute attribute = name.attribute();
        String text = recased(name.text());
        if (!attribute.isComplex()) {
            return comparison(text, attribute, "");
        }
        return switch (random.nextInt(4)) {
            case 0 -> text + " pr";
            case 1 ->
                attribute.multiValued() ? text + "[" + inner(attribute, random.nextInt(3)) + "]" : sub(text, attribute);
            default -> sub(text, attribute);
        };
    }

    private String sub(String text, Attribute attribute) {
        Attribute sub = subOf(attribute);
        return comparison(text + "." + recased(sub.name()), sub, attribute.name());
    }

    private String inner(Attribute attribute, int depth) {
        if (depth == 0) {
            Attribute sub = subOf(attribute);
            return comparison(recased(sub.name()), sub, attribute.name());
        }
        return switch (random.nextInt(3)) {
            case 0 -> "not (" + inner(attribute, depth - 1) + ")";
            case 1 -> inner(attribute, depth - 1) + " and " + inner(attribute, depth - 1);
            default -> inner(attribute, depth - 1) + " or " + inner(attribute, depth - 1);
        };
    }

    private Attribute subOf(Attribute attribute) {
        List<Attribute> candidates = attribute.subAttributes().stream()
                .filter(sub -> !NOT_COMPARED.contains(sub.name()))
                // The manager's displayName, which no backend stores.
                .filter(sub ->
                        !(attribute.name().equals("manager") && sub.name().equals("displayName")))
                .toList();
        return values.texts().one(candidates);
    }

    private String comparison(String text, Attribute leaf, String parent) {
        int choice = random.nextInt(20);
        if (choice < 3) {
            return text + " pr";
        }
        if (choice == 3) {
            return text + (random.nextBoolean() ? " eq null" : " ne null");
        }
        String operator = recased(values.texts().one(operators(leaf.type())));
        return text + " " + operator + " " + literal(leaf, parent);
    }

    private static List<String> operators(AttributeType type) {
        return switch (type) {
            case STRING, REFERENCE -> List.of("eq", "eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
            case BOOLEAN -> List.of("eq", "ne");
            case BINARY -> List.of("eq", "ne", "co", "sw", "ew");
            case DATE_TIME, INTEGER, DECIMAL -> List.of("eq", "ne", "gt", "ge", "lt", "le");
            case COMPLEX -> throw new IllegalArgumentException("A complex attribute is not compared");
        };
    }

    /** Of ids and times often one that occurs. */
    private String literal(Attribute leaf, String parent) {
        StoredResource resource = values.texts().one(resources);
        boolean isId = leaf.name().equals("id") || parent.equals("groups") || parent.equals("members");
        if (isId && leaf.type() == AttributeType.STRING && random.nextInt(4) > 0) {
            return quoted(resource.id());
        }
        if (parent.equals("meta") && leaf.type() == AttributeType.DATE_TIME) {
            return quoted((random.nextBoolean() ? resource.created() : resource.lastModified()).toString());
        }
        if (leaf.name().equals("schemas") || leaf.name().equals("type") && parent.equals("members")) {
            return quoted(values.texts()
                    .near(values.texts()
                            .one(List.of("User", "group", resource.type().core().id()))));
        }
        return values.literal(leaf);
    }

    private String prefixed(String urn, String name) {
        return random.nextInt(5) == 0 ? urn + ":" + name : name;
    }

    private String recased(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.toLowerCase(Locale.ROOT);
            default -> text;
        };
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
