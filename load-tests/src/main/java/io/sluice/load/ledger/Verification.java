package io.sluice.load.ledger;

import io.sluice.load.ledger.ScimApi.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what a gateway holds with what it acknowledged, and settles what is in doubt by what it finds. Versions count writes: a
 * write that took effect twice shows there.
 */
final class Verification {

    private static final int PAGE = 500;

    private final ScimApi api;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> members = new HashSet<>();

    private Verification(ScimApi api) {
        this.api = api;
    }

    /**
     * @return one line for each thing that is missing, twice or different
     */
    static List<String> of(ScimApi api, String group, List<Person> people) throws IOException {
        Verification verification = new Verification(api);
        verification.readGroup(group);
        for (Person person : people) {
            verification.check(person);
        }
        verification.compareGroup(people);
        verification.compareAll(people);
        return verification.problems;
    }

    private void readGroup(String group) throws IOException {
        JsonArray listed = api.get("/Groups/" + group).json().getJsonArray("members", new JsonArray());
        for (Object member : listed) {
            String id = ((JsonObject) member).getString("value");
            expect(members.add(id), "member " + id + " is listed twice");
        }
    }

    private void check(Person person) throws IOException {
        if (person.id.isEmpty()) {
            findUnanswered(person);
        }
        if (person.id.isPresent()) {
            compare(person);
        }
        settleMember(person);
        person.doubt = Optional.empty();
    }

    private void findUnanswered(Person person) throws IOException {
        JsonArray found =
                api.find("userName eq \"" + person.userName + "\"").json().getJsonArray("Resources", new JsonArray());
        expect(found.size() <= 1, person.userName + " is there " + found.size() + " times");
        if (!found.isEmpty()) {
            person.id = Optional.of(found.getJsonObject(0).getString("id"));
            person.alive = true;
        }
    }

    private void compare(Person person) throws IOException {
        Answer answer = api.get("/Users/" + person.key());
        boolean there = answer.status() == 200;
        if (person.doubt.equals(Optional.of(Doubt.DELETE))) {
            person.alive = there;
        }
        expect(there == person.alive, person.userName + (there ? " is there and was deleted" : " is missing"));
        if (!there) {
            return;
        }
        JsonObject user = answer.json();
        String title = user.getString("title", "");
        if (person.doubt.equals(Optional.of(Doubt.PATCH)) && title.equals(Person.title(person.patches + 1))) {
            person.patches++;
        }
        String expected = person.patches == 0 ? "" : Person.title(person.patches);
        expect(title.equals(expected), person.userName + " has the title '" + title + "', not '" + expected + "'");
        String version = user.getJsonObject("meta").getString("version");
        String counted = "W/\"" + (person.patches + 1) + "\"";
        expect(version.equals(counted), person.userName + " has the version " + version + ", not " + counted);
    }

    private void compareGroup(List<Person> people) {
        Set<String> expected = new HashSet<>();
        for (Person person : people) {
            if (person.id.isPresent() && person.alive && person.member) {
                expected.add(person.key());
            }
        }
        for (String id : members) {
            expect(expected.contains(id), id + " is a member and should not be");
        }
        expected.removeAll(members);
        expected.forEach(id -> problems.add(id + " is no member any more"));
    }

    private void settleMember(Person person) {
        if (person.doubt.equals(Optional.of(Doubt.JOIN)) || person.doubt.equals(Optional.of(Doubt.LEAVE))) {
            person.member = person.id.map(members::contains).orElse(false);
        }
    }

    private void compareAll(List<Person> people) throws IOException {
        Set<String> seen = new HashSet<>();
        int total = Integer.MAX_VALUE;
        for (int from = 1; from <= total; from += PAGE) {
            JsonObject page = api.get("/Users?attributes=userName&startIndex=" + from + "&count=" + PAGE)
                    .json();
            total = page.getInteger("totalResults");
            for (Object user : page.getJsonArray("Resources", new JsonArray())) {
                String name = ((JsonObject) user).getString("userName");
                expect(seen.add(name), name + " is listed twice");
            }
        }
        long alive = people.stream().filter(person -> person.alive).count();
        expect(seen.size() == alive, seen.size() + " users are listed, not " + alive);
    }

    private void expect(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
