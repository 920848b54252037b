package io.sluice.load.ledger;

import io.sluice.load.ledger.ScimApi.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Writes one after the other about users of its own, and notes what is acknowledged. Ends with the first write that is not. */
final class Lane {

    private static final int FEW = 10;

    private final String name;
    private final String group;
    private final SplittableRandom random;
    private final List<Person> people = new ArrayList<>();
    private int made;
    private int acknowledged;

    Lane(String name, String group, long seed) {
        this.name = name;
        this.group = group;
        this.random = new SplittableRandom(seed);
    }

    List<Person> people() {
        return people;
    }

    /** How many writes were acknowledged in all rounds. */
    int acknowledged() {
        return acknowledged;
    }

    /** Returns what was answered that should not have been, if anything. */
    Optional<String> run(ScimApi api, BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            Optional<Person> person = pick();
            Person target = person.orElseGet(this::newcomer);
            Doubt write = person.isEmpty() ? Doubt.CREATE : choose(target);
            target.doubt = Optional.of(write);
            try {
                Answer answer = send(api, write, target);
                if (answer.status() == 503) {
                    return Optional.empty();
                }
                if (!answer.isDone()) {
                    return Optional.of(write + " of " + target.userName + " was answered " + answer.status() + " "
                            + answer.body());
                }
                settle(target, write, answer);
                acknowledged++;
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Person> pick() {
        List<Person> alive = people.stream().filter(person -> person.alive).toList();
        return alive.size() < FEW || random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(alive.get(random.nextInt(alive.size())));
    }

    private Person newcomer() {
        Person person = new Person("ledger-" + name + "-" + made++);
        people.add(person);
        return person;
    }

    private Doubt choose(Person person) {
        int dice = random.nextInt(10);
        if (dice < 5) {
            return Doubt.PATCH;
        }
        if (person.member) {
            return Doubt.LEAVE;
        }
        return dice < 9 ? Doubt.JOIN : Doubt.DELETE;
    }

    private Answer send(ScimApi api, Doubt write, Person person) throws IOException {
        return switch (write) {
            case CREATE ->
                api.post(
                        "/Users",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                                + person.userName + "\"}");
            case PATCH ->
                api.patch(
                        "/Users/" + person.key(),
                        "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"" + Person.title(person.patches + 1)
                                + "\"}");
            case JOIN ->
                api.patch(
                        "/Groups/" + group,
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + person.key() + "\"}]}");
            case LEAVE ->
                api.patch(
                        "/Groups/" + group,
                        "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + person.key() + "\\\"]\"}");
            case DELETE -> api.delete("/Users/" + person.key());
        };
    }

    private static void settle(Person person, Doubt write, Answer answer) {
        person.doubt = Optional.empty();
        switch (write) {
            case CREATE -> {
                person.id = Optional.of(answer.json().getString("id"));
                person.alive = true;
            }
            case PATCH -> person.patches++;
            case JOIN -> person.member = true;
            case LEAVE -> person.member = false;
            case DELETE -> person.alive = false;
        }
    }
}
