package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a whole request costs the event loops in memory, from its first byte to its answer's last, with the in-memory backend. The
 * limits leave a third of room; what is done once more for each request than it has to be shows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 1_500;
    private static final int COUNTED = 500;

    private final Gateway gateway = Gateway.start();

    @AfterAll
    void close() {
        gateway.close();
    }

    @Test
    void aReadCostsFewBytesBesideItsAnswer() {
        Client scim = gateway.tenant("reader");
        String id = scim.post("/Users", Bodies.user("read")).expect(201).at("/id");

        assertThat(bytes(i -> scim.get("/Users/" + id).expect(200))).isLessThan(22_000);
    }

    @Test
    void aMatchCostsFewBytesBesideItsAnswer() {
        Client scim = gateway.tenant("matcher");
        scim.post("/Users", Bodies.user("match")).expect(201);

        assertThat(bytes(i ->
                        scim.get("/Users?filter=userName%20eq%20%22match%22").expect(200)))
                .isLessThan(43_000);
    }

    @Test
    void aCreateParsesAndWritesItsDocumentOnce() {
        Client scim = gateway.tenant("creator");

        assertThat(bytes(i -> scim.post("/Users", Bodies.user("new" + i)).expect(201)))
                .isLessThan(52_000);
    }

    private static long bytes(IntConsumer request) {
        for (int i = 0; i < WARM_UP; i++) {
            request.accept(i);
        }
        long before = allocated();
        for (int i = WARM_UP; i < WARM_UP + COUNTED; i++) {
            request.accept(i);
        }
        return (allocated() - before) / COUNTED;
    }

    private static long allocated() {
        long[] loops = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("vert.x-eventloop"))
                .mapToLong(thread -> thread.getThreadId())
                .toArray();
        return Arrays.stream(THREADS.getThreadAllocatedBytes(loops)).sum();
    }
}
