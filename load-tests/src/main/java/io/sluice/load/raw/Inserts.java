package io.sluice.load.raw;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Inserts coalesced on idle: what waits while two statements run becomes the next statement. Belongs to one event loop. */
final class Inserts {

    private static final int SLOTS = 2;
    private static final int LARGEST = 128;
    private static final String INSERT = """
        WITH stored AS (INSERT INTO sluice_baseline.person SELECT 1, * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[])
          ON CONFLICT DO NOTHING RETURNING id)
        INSERT INTO sluice_baseline.audit SELECT gen_random_uuid(), 1, now(), id, 'User Created' FROM stored""";

    private final Pool pool;
    private final Buffer document;
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private int running;

    Inserts(Pool pool, byte[] document) {
        this.pool = pool;
        this.document = Buffer.buffer(document);
    }

    Future<Void> insert() {
        Promise<Void> promise = Promise.promise();
        waiting.add(promise);
        flush();
        return promise.future();
    }

    private void flush() {
        if (running >= SLOTS || waiting.isEmpty()) {
            return;
        }
        List<Promise<Void>> head = waiting.subList(0, Math.min(LARGEST, waiting.size()));
        List<Promise<Void>> batch = List.copyOf(head);
        head.clear();
        running++;
        pool.preparedQuery(INSERT).execute(rows(batch.size())).onComplete(result -> {
            running--;
            batch.forEach(promise -> {
                if (result.succeeded()) {
                    promise.complete();
                } else {
                    promise.fail(result.cause());
                }
            });
            flush();
        });
    }

    private Tuple rows(int count) {
        UUID[] ids = new UUID[count];
        String[] names = new String[count];
        String[] externalIds = new String[count];
        Buffer[] documents = new Buffer[count];
        for (int i = 0; i < count; i++) {
            ids[i] = UUID.randomUUID();
            names[i] = "batch." + ids[i];
            externalIds[i] = "ext." + ids[i];
            documents[i] = document;
        }
        return Tuple.of(ids, names, externalIds, documents);
    }
}
