package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.schema.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the order of operations that are on different resources but whose outcome depends on it. The order of the plan is given
 * already, so that nothing here can close a circle.
 */
final class LooseOrder {

    private final Dependencies dependencies;
    private final Set<String> deleted = new HashSet<>();
    private final Map<String, Integer> lastDeleted = new HashMap<>();
    private final Map<String, List<Integer>> mentions = new HashMap<>();
    private final Map<String, Deletions> deletions = new HashMap<>();

    /** Deletes at one endpoint; the first write after them waits for all, the others for that one. */
    private static final class Deletions {
        private final List<Integer> pending = new ArrayList<>();
        private int gate = -1;
    }

    private LooseOrder(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    static void add(List<Integer> order, List<BulkOperation> operations, Dependencies dependencies) {
        LooseOrder loose = new LooseOrder(dependencies);
        for (BulkOperation operation : operations) {
            if (operation instanceof BulkOperation.Ready ready && ready.method() == BulkMethod.DELETE) {
                ready.path().target().ifPresent(loose.deleted::add);
            }
        }
        for (int node : order) {
            if (node % 2 == 0 && operations.get(node / 2) instanceof BulkOperation.Ready ready) {
                loose.place(node, ready);
            }
        }
    }

    private void place(int node, BulkOperation.Ready operation) {
        switch (operation.method()) {
            case DELETE -> delete(node, operation.path());
            case POST, PUT -> {
                afterDeletions(node, operation.path().endpoint());
                sameName(node, operation);
                mention(node, operation.data());
            }
            case PATCH -> mention(node, operation.data());
        }
    }

    private void delete(int node, BulkPath path) {
        deletions
                .computeIfAbsent(path.endpoint(), ignored -> new Deletions())
                .pending
                .add(node);
        path.target().ifPresent(id -> {
            mentions.getOrDefault(id, List.of()).forEach(earlier -> dependencies.add(earlier, node));
            mentions.remove(id);
            lastDeleted.put(id, node);
        });
    }

    private void afterDeletions(int node, String endpoint) {
        Deletions before = deletions.get(endpoint);
        if (before == null) {
            return;
        }
        if (before.gate >= 0) {
            dependencies.add(before.gate, node);
        }
        if (!before.pending.isEmpty()) {
            before.pending.forEach(deletion -> dependencies.add(deletion, node));
            before.pending.clear();
            before.gate = node;
        }
    }

    private void sameName(int node, BulkOperation.Ready operation) {
        for (Map.Entry<String, JsonNode> field : operation.data().properties()) {
            if (Spelling.isSame(field.getKey(), "userName") && field.getValue().isTextual()) {
                String name = field.getValue().textValue().toLowerCase(Locale.ROOT);
                dependencies.inTurn(operation.path().endpoint() + " " + name, node);
            }
        }
    }

    /** Of resources that this request deletes, by id or by {@code bulkId:}. */
    private void mention(int node, JsonNode data) {
        if (deleted.isEmpty()) {
            return;
        }
        if (data.isTextual() && deleted.contains(data.textValue())) {
            mentions.computeIfAbsent(data.textValue(), ignored -> new ArrayList<>())
                    .add(node);
            Integer deletion = lastDeleted.get(data.textValue());
            if (deletion != null) {
                dependencies.add(deletion, node);
            }
        }
        data.forEach(value -> mention(node, value));
    }
}
