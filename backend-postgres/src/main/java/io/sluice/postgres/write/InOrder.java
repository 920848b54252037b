package io.sluice.postgres.write;

import io.sluice.postgres.batch.Asker;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Lets the writes of one resource happen in the order in which they came: one after the other, or together with their neighbours
 * when each of them may share a statement with others of its kind, which keeps their order itself.
 */
final class InOrder {

    /** One resource of one tenant. */
    record Key(int tenant, String id) {}

    private record Entry(boolean alone, Runnable begin) {}

    /** The writes of one resource; guarded by the map of all. */
    private static final class Lane {
        final Queue<Entry> waiting = new ArrayDeque<>();
        int running;
        boolean alone;
        /** Somebody is beginning writes, one by one: whoever ends meanwhile leaves the rest to them. */
        boolean beginning;

        boolean mayBegin(Entry entry) {
            return running == 0 || (!alone && !entry.alone());
        }
    }

    private final Map<Key, Lane> lanes = new HashMap<>();

    /** Begins when all that came before are over; nothing that comes later begins before it is over. */
    <T> Future<T> alone(Key key, Supplier<Future<T>> write) {
        return enter(key, true, write);
    }

    /** Begins when all that came before are over, but for those that came by this way in a row with it. */
    <T> Future<T> together(Key key, Supplier<Future<T>> write) {
        return enter(key, false, write);
    }

    private <T> Future<T> enter(Key key, boolean alone, Supplier<Future<T>> write) {
        Asker asker = Asker.current();
        Promise<T> result = asker.promise();
        Runnable begin = () -> asker.run(() -> begin(write).onComplete(outcome -> {
            leave(key);
            result.handle(outcome);
        }));
        synchronized (lanes) {
            lanes.computeIfAbsent(key, unused -> new Lane()).waiting.add(new Entry(alone, begin));
        }
        beginNext(key);
        return result.future();
    }

    private void leave(Key key) {
        synchronized (lanes) {
            lane(key).ifPresent(lane -> lane.running--);
        }
        beginNext(key);
    }

    /** A loop, not a recursion: writes may be over as soon as they begin, any number of them in a row. */
    private void beginNext(Key key) {
        for (Optional<Runnable> next = next(key, false); next.isPresent(); next = next(key, true)) {
            next.get().run();
        }
    }

    private Optional<Runnable> next(Key key, boolean going) {
        synchronized (lanes) {
            Optional<Lane> known = lane(key);
            if (known.isEmpty() || (known.get().beginning && !going)) {
                return Optional.empty();
            }
            Lane lane = known.get();
            Entry entry = lane.waiting.peek();
            if (entry == null || !lane.mayBegin(entry)) {
                lane.beginning = false;
                if (entry == null && lane.running == 0) {
                    lanes.remove(key);
                }
                return Optional.empty();
            }
            lane.waiting.remove();
            lane.running++;
            lane.alone = entry.alone();
            lane.beginning = true;
            return Optional.of(entry.begin());
        }
    }

    private Optional<Lane> lane(Key key) {
        return Optional.ofNullable(lanes.get(key));
    }

    private static <T> Future<T> begin(Supplier<Future<T>> write) {
        try {
            return write.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
