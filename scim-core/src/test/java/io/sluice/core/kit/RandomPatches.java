package io.sluice.core.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ScimException;
import io.sluice.core.patch.PatchPlan;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random PATCH operations in every form of RFC 7644 section 3.5.2; one in some cannot be applied. */
final class RandomPatches {

    /** Patches as they were sent, and what the binder made of them. */
    record Patch(String text, PatchPlan plan) {}

    private record Target(String path, Attribute attribute) {}

    private final Random random;
    private final RandomValues values;
    private final ResourceType type;
    private final List<Target> targets = new ArrayList<>();

    RandomPatches(Random random, ResourceType type) {
        this.random = random;
        this.values = RandomValues.of(random);
        this.type = type;
        Stream.concat(type.common().stream(), type.core().attributes().stream())
                .filter(RandomValues::isWritable)
                .forEach(attribute -> targets.add(new Target(attribute.name(), attribute)));
        type.extensions()
                .forEach(extension -> extension.schema().attributes().stream()
                        .filter(RandomValues::isWritable)
                        .forEach(attribute ->
                                targets.add(new Target(extension.schema().id() + ":" + attribute.name(), attribute))));
    }

    /** The next one that the schema allows; what the binder refuses never reaches a backend. */
    Patch next() {
        Optional<Patch> patch = attempt();
        while (patch.isEmpty()) {
            patch = attempt();
        }
        return patch.get();
    }

    private Optional<Patch> attempt() {
        String text = random.ints(1 + random.nextInt(3), 0, 8)
                .mapToObj(this::operation)
                .map(JsonNode::toString)
                .collect(Collectors.joining(","));
        try {
            return Optional.of(new Patch(text, Requests.plan(type, text)));
        } catch (ScimException refusedByTheBinder) {
            return Optional.empty();
        }
    }

    private ObjectNode operation(int choice) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        if (choice == 0) {
            return withoutPath(operation);
        }
        boolean remove = choice < 3;
        operation.put("op", remove ? "remove" : random.nextBoolean() ? "add" : "replace");
        Target target = values.texts().one(targets);
        Attribute attribute = target.attribute();
        if (!attribute.isComplex() || random.nextInt(3) == 0) {
            return with(operation, target.path(), remove, values.value(attribute));
        }
        List<Attribute> subs = attribute.subAttributes().stream()
                .filter(RandomValues::isWritable)
                .toList();
        Attribute sub = values.texts().one(subs);
        if (!attribute.multiValued()) {
            return with(operation, target.path() + "." + sub.name(), remove, values.value(sub));
        }
        String selected = target.path() + "[" + selection(subs) + "]";
        return random.nextBoolean()
                ? with(operation, selected, remove, values.element(attribute))
                : with(operation, selected + "." + sub.name(), remove, values.value(sub));
    }

    private ObjectNode withoutPath(ObjectNode operation) {
        operation.put("op", random.nextBoolean() ? "add" : "replace");
        operation.set("value", values.object(type.core().attributes(), 6));
        return operation;
    }

    private static ObjectNode with(ObjectNode operation, String path, boolean remove, JsonNode value) {
        operation.put("path", path);
        if (!remove) {
            operation.set("value", value);
        }
        return operation;
    }

    private String selection(List<Attribute> subs) {
        Attribute sub = values.texts().one(subs);
        String term = random.nextInt(4) == 0
                ? sub.name() + " pr"
                : sub.name() + (random.nextInt(3) == 0 ? " ne " : " eq ") + values.literal(sub);
        return random.nextInt(4) == 0 ? "not (" + term + ")" : term;
    }
}
