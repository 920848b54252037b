package io.sluice.load.scenario;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One request, what its answer has to be, and what follows from the answer.
 *
 * @param operation the name under which it is counted
 * @param path below the Target SCIM URL, encoded
 * @param body empty for none
 * @param statuses those that are right
 * @param content judges the answer when its status is right
 * @param next is asked when the answer was right
 */
public record Exchange(
        String operation, Method method, String path, String body, Set<Integer> statuses, Content content, Next next) {

    /** Judges an answer: empty when it is right, else what is wrong with it in a few words that do not vary. */
    public interface Content {

        Content ANY = answer -> Optional.empty();

        Optional<String> fault(Answer answer);
    }

    /** What the same sender sends next. */
    public interface Next {

        Next NOTHING = answer -> Optional.empty();

        Optional<Exchange> after(Answer answer);
    }

    private Exchange(String operation, Method method, String path, String body, int status) {
        this(operation, method, path, body, Set.of(status), Content.ANY, Next.NOTHING);
    }

    public static Exchange get(String operation, String path) {
        return new Exchange(operation, Method.GET, path, "", 200);
    }

    public static Exchange post(String operation, String path, String body) {
        return new Exchange(operation, Method.POST, path, body, 201);
    }

    public static Exchange put(String operation, String path, String body) {
        return new Exchange(operation, Method.PUT, path, body, 200);
    }

    public static Exchange patch(String operation, String path, String body) {
        return new Exchange(operation, Method.PATCH, path, body, 200).expecting(200, 204);
    }

    public static Exchange delete(String operation, String path) {
        return new Exchange(operation, Method.DELETE, path, "", 204);
    }

    public Exchange expecting(int... right) {
        Set<Integer> set = IntStream.of(right).boxed().collect(Collectors.toUnmodifiableSet());
        return new Exchange(operation, method, path, body, set, content, next);
    }

    public Exchange holding(Content judge) {
        return new Exchange(operation, method, path, body, statuses, judge, next);
    }

    public Exchange then(Next follower) {
        return new Exchange(operation, method, path, body, statuses, content, follower);
    }

    /** What is wrong with the status, if something is. */
    public Optional<String> statusFault(int status) {
        return statuses.contains(status)
                ? Optional.empty()
                : Optional.of("status " + status + " instead of " + new TreeSet<>(statuses));
    }

    /** What is wrong with the answer, if something is. */
    public Optional<String> fault(Answer answer) {
        return statusFault(answer.status()).or(() -> content.fault(answer));
    }
}
