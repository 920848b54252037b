package io.sluice.load.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks whether everything that clients were told is so. */
final class Ledger {

    private static final int AT_ONCE = 16;

    /**
     * @param lost users that were acknowledged and are not there
     * @param doubled users that are there more than once
     */
    record Result(int asked, int lost, int doubled) {

        boolean isClean() {
            return lost == 0 && doubled == 0;
        }

        String text() {
            return asked + " acknowledged users: " + lost + " lost, " + doubled + " doubled";
        }
    }

    private Ledger() {}

    static Result check(Http http, String scim, Collection<Load.Made> made) {
        AtomicInteger lost = new AtomicInteger();
        AtomicInteger doubled = new AtomicInteger();
        Semaphore places = new Semaphore(AT_ONCE);
        List<Load.Made> all = new ArrayList<>(made);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(user -> threads.execute(() -> {
                places.acquireUninterruptibly();
                try {
                    Http.Answer byId = http.get(scim + "/Users/" + user.id());
                    Http.Answer byName =
                            http.get(scim + "/Users?count=0&filter=userName%20eq%20%22" + user.userName() + "%22");
                    if (byId.status() != 200 || !byId.at("/userName").equals(user.userName())) {
                        lost.incrementAndGet();
                    }
                    if (!byName.isSuccess() || !byName.at("/totalResults").equals("1")) {
                        doubled.incrementAndGet();
                    }
                } finally {
                    places.release();
                }
            }));
        }
        return new Result(all.size(), lost.get(), doubled.get());
    }
}
