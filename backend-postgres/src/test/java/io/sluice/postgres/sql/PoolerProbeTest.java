package io.sluice.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.kit.EventLoop;
import io.sluice.postgres.server.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proxy that mixes prepared statements up is noticed at start. */
class PoolerProbeTest {

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx);
    private final URI server = URI.create(TestDatabase.shared().uri());
    private TransactionPooler pooler;

    @BeforeEach
    void start() throws IOException {
        pooler = new TransactionPooler(server.getPort());
    }

    @AfterEach
    void stop() {
        pooler.close();
        loop.get(vertx::close);
    }

    @Test
    void aProxyThatPoolsByTransactionIsRefusedWithPreparedStatements() {
        Database database = database(pooler.port(), true);

        assertThatThrownBy(() -> loop.get(database::start))
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SLUICE_POSTGRES_PREPARED_STATEMENTS=false")
                .hasMessageNotContaining(server.getUserInfo());
        loop.get(database::close);
    }

    @Test
    void withoutPreparedStatementsTheSameProxyIsUsed() {
        Database database = database(pooler.port(), false);
        Sql sql = database.open("test", 4);

        assertThatCode(() -> loop.get(database::start)).doesNotThrowAnyException();
        for (int i = 0; i < 20; i++) {
            int number = i;
            assertThat(loop.get(() -> sql.send("SELECT $1::text AS answer", Tuple.of("x" + number)))
                            .iterator()
                            .next()
                            .getString("answer"))
                    .isEqualTo("x" + number);
        }
        loop.get(database::close);
    }

    @Test
    void aServerWithoutAProxyPasses() {
        Database database = database(server.getPort(), true);

        assertThatCode(() -> loop.get(database::start)).doesNotThrowAnyException();
        loop.get(database::close);
    }

    private Database database(int port, boolean preparedStatements) {
        String uri = "postgresql://" + server.getRawUserInfo() + "@127.0.0.1:" + port + server.getRawPath();
        return new Database(
                vertx,
                PostgresSettings.read(JsonNodeFactory.instance
                        .objectNode()
                        .put("uri", uri)
                        .put("preparedStatements", preparedStatements)));
    }
}
