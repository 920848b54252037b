package io.sluice.postgres.batch;

import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something waits. What is begun for several goes on in the context of one of them, and each answer in that of who
 * gets it: a trace leads through the context, and would otherwise go astray to whoever came before. On the same event loop, where
 * all requests of a backend are, this changes threads for nobody.
 */
public record Asker(@Nullable ContextInternal context) {

    public static Asker current() {
        return new Asker(ContextInternal.current());
    }

    public <T> Promise<T> promise() {
        ContextInternal known = context;
        return known == null ? Promise.promise() : known.promise();
    }

    public void run(Runnable work) {
        ContextInternal known = context;
        if (known == null) {
            work.run();
        } else {
            known.emit(ignored -> work.run());
        }
    }
}
