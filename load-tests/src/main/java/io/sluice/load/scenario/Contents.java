package io.sluice.load.scenario;

import io.sluice.load.scenario.Exchange.Content;
import java.util.Optional;

/** What the content of an answer has to be. */
final class Contents {

    private Contents() {}

    private static Content rule(java.util.function.Predicate<Answer> holds, String otherwise) {
        return answer -> holds.test(answer) ? Optional.empty() : Optional.of(otherwise);
    }

    /** A resource with an id, a location that ends with it, and this value. */
    static Content resource(String key, String value) {
        return answer -> answer.json()
                .filter(body -> value.equals(body.getString(key)))
                .filter(body -> !body.getString("id", "").isEmpty())
                .filter(body -> body.getJsonObject("meta", new io.vertx.core.json.JsonObject())
                        .getString("location", "")
                        .endsWith("/" + body.getString("id")))
                .<Optional<String>>map(right -> Optional.empty())
                .orElseGet(() -> Optional.of("not the resource with its id, location and " + key));
    }

    /** A list without a resource, with {@code Resources} all the same, as Entra needs it. */
    static Content emptyList() {
        return rule(
                answer -> answer.total() == 0 && answer.body().contains("\"Resources\""),
                "not an empty list with Resources");
    }

    /** A list that is a list: what it holds is for the next step to see. */
    static Content list() {
        return rule(answer -> answer.total() >= 0, "not a list with totalResults");
    }

    /** A list of exactly one resource. */
    static Content one() {
        return rule(answer -> answer.total() == 1 && answer.resources().size() == 1, "not exactly one match");
    }

    /** A list of exactly one user, who is inactive. */
    static Content oneInactive() {
        return rule(
                answer -> answer.total() == 1
                        && answer.first()
                                .map(user -> Boolean.FALSE.equals(user.getValue("active")))
                                .orElse(false),
                "not exactly one inactive user");
    }

    static Content total(int expected) {
        return answer -> answer.total() == expected
                ? Optional.empty()
                : Optional.of("totalResults " + answer.total() + " instead of " + expected);
    }

    /** Either nothing, or the document with this value. */
    static Content emptyOr(String key, String value) {
        return rule(
                answer -> answer.body().isEmpty() || answer.text(key).equals(Optional.of(value)),
                "a document without the change to " + key);
    }

    /** Nothing of the member list: Entra asks for 204 or a group without members. */
    static Content withoutMembers() {
        return rule(answer -> !answer.body().contains("\"members\""), "an answer with the member list");
    }
}
