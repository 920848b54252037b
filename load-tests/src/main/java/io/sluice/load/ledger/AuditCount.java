package io.sluice.load.ledger;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The audit trail has every write once. */
final class AuditCount {

    private static final int PAGE = 500;

    private AuditCount() {}

    /**
     * @return one line for each user whose events are not as many as their writes
     */
    static List<String> compare(ScimApi administration, List<Person> people) throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, Integer> counts = count(administration, problems);
        for (Person person : people) {
            if (person.id.isPresent()) {
                int expected = 1 + person.patches + (person.alive ? 0 : 1);
                int found = counts.getOrDefault("User/" + person.key(), 0);
                if (found != expected) {
                    problems.add(person.userName + " has " + found + " audit events, not " + expected);
                }
            }
        }
        return problems;
    }

    private static Map<String, Integer> count(ScimApi administration, List<String> problems) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        Set<String> ids = new HashSet<>();
        String cursor = "";
        do {
            JsonObject page = administration
                    .get("/tenants/default/audit?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            for (Object item : page.getJsonArray("items", new JsonArray())) {
                JsonObject event = (JsonObject) item;
                if (!ids.add(event.getString("id"))) {
                    problems.add("audit event " + event.getString("id") + " is there twice");
                }
                counts.merge(event.getString("target"), 1, Integer::sum);
            }
            cursor = page.getString("nextCursor", "");
        } while (cursor != null && !cursor.isEmpty());
        return counts;
    }
}
