package io.sluice.load.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that create users, read them and change them, one request after the other each, and remember what they were told.
 */
final class Load implements AutoCloseable {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    /** What was told about a user that is to be there. */
    record Made(String id, String userName) {}

    private final Http http;
    private final String scim;
    private final boolean repeats;
    private final String run = Long.toString(System.nanoTime(), 36);
    private final Queue<Made> made = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger later = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicInteger succeeded = new AtomicInteger();
    private final AtomicLong lastSuccess = new AtomicLong(System.nanoTime());
    private final AtomicLong longestOutageNanos = new AtomicLong();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Future<?>> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running = true;

    /**
     * @param repeats whether an answer of a broken connection is treated as identity providers do: look the user up, and create it
     *     when it is not there
     */
    Load(Http http, String scim, int clients, boolean repeats) {
        this.http = http;
        this.scim = scim;
        this.repeats = repeats;
        for (int i = 0; i < clients; i++) {
            this.clients.add(threads.submit(this::work));
        }
    }

    private void work() {
        while (running) {
            String userName = "u-" + run + "-" + numbers.incrementAndGet();
            create(userName).ifPresent(user -> {
                made.add(user);
                timed("GET", "/Users/" + user.id(), Optional.empty());
                timed("PATCH", "/Users/" + user.id(), Optional.of(patch(userName)));
            });
        }
    }

    private Optional<Made> create(String userName) {
        Optional<String> body = Optional.of("{\"schemas\":[\"" + USER + "\"],\"userName\":\"" + userName + "\"}");
        Http.Answer answer = timed("POST", "/Users", body);
        if (answer.status() == 201) {
            return Optional.of(new Made(answer.at("/id"), userName));
        }
        return Optional.empty();
    }

    private Http.Answer timed(String method, String path, Optional<String> body) {
        long began = System.nanoTime();
        Http.Answer answer = http.send(method, scim + path, body);
        if (repeats && isBroken(answer)) {
            repeated.incrementAndGet();
            answer = again(method, path, body);
        }
        long took = System.nanoTime() - began;
        longestNanos.accumulateAndGet(took, Math::max);
        note(method, path, answer);
        return answer;
    }

    /** A gateway timed out or a connection broke: what became of the request is not known. */
    private static boolean isBroken(Http.Answer answer) {
        return answer.status() == Http.NO_ANSWER || answer.status() == 502 || answer.status() == 504;
    }

    private Http.Answer again(String method, String path, Optional<String> body) {
        if (!method.equals("POST")) {
            return http.send(method, scim + path, body);
        }
        String text = body.orElse("");
        String userName = text.substring(text.indexOf("u-"), text.length() - 2);
        return found(userName).orElseGet(() -> {
            Http.Answer second = http.send(method, scim + path, body);
            // The first may have been done between the look-up and the second: look again.
            return second.status() == 409 ? found(userName).orElse(second) : second;
        });
    }

    private Optional<Http.Answer> found(String userName) {
        Http.Answer found = http.get(scim + "/Users?filter=userName%20eq%20%22" + userName + "%22");
        return found.isSuccess() && found.at("/totalResults").equals("1")
                ? Optional.of(new Http.Answer(201, "{\"id\":\"" + found.at("/Resources/0/id") + "\"}", false))
                : Optional.empty();
    }

    private void note(String method, String path, Http.Answer answer) {
        done.incrementAndGet();
        if (answer.isSuccess()) {
            succeeded.incrementAndGet();
            long now = System.nanoTime();
            longestOutageNanos.accumulateAndGet(now - lastSuccess.getAndSet(now), Math::max);
        } else if (answer.status() == 503 && answer.retryAfter()) {
            later.incrementAndGet();
            Pause.millis(50);
        } else {
            failures.add(method + " " + path + " -> " + answer.status() + " "
                    + answer.body().substring(0, Math.min(200, answer.body().length())));
        }
    }

    /** Ends the clients when each has finished its request. */
    @Override
    public void close() {
        running = false;
        threads.close();
    }

    Queue<Made> made() {
        return made;
    }

    Queue<String> failures() {
        return failures;
    }

    int done() {
        return done.get();
    }

    int succeeded() {
        return succeeded.get();
    }

    /** Answers 503 with Retry-After. */
    int later() {
        return later.get();
    }

    int repeated() {
        return repeated.get();
    }

    long longestMillis() {
        return longestNanos.get() / 1_000_000;
    }

    /** The longest time for which nobody's request succeeded. */
    long longestOutageMillis() {
        return longestOutageNanos.get() / 1_000_000;
    }

    void forgetLongest() {
        longestNanos.set(0);
        longestOutageNanos.set(0);
    }

    private static String patch(String userName) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\","
                + "\"path\":\"displayName\",\"value\":\"" + userName + "\"}]}";
    }
}
