package io.sluice.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in the URI, and what is refused without showing the password. */
class ServerUriTest {

    @Test
    void severalHostsShareTheRest() {
        ServerUri uri = ServerUri.parse("postgresql://me:se%40cret@one:1,[::1]:2,three/db?sslmode=require");

        assertThat(uri.hosts())
                .containsExactly(new Endpoint("one", 1), new Endpoint("::1", 2), new Endpoint("three", 5432));
        assertThat(uri.options().getPassword()).isEqualTo("se@cret");
        assertThat(uri.options().getDatabase()).isEqualTo("db");
        assertThat(uri.optionsOf(uri.hosts().get(2)).getHost()).isEqualTo("three");
        assertThat(uri.optionsOf(uri.hosts().get(2)).getSslMode().name()).isEqualTo("REQUIRE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://me:hunter2@one/db",
                "postgresql://me:hunter2@one:0/db",
                "postgresql://me:hunter2@one:99999/db",
                "postgresql://me:hunter2@one:1:2,two/db",
                "postgresql://me:hunter2@one:port/db"
            })
    void whatIsNoUriIsRefusedWithoutItsPassword(String uri) {
        assertThatThrownBy(() -> PostgresSettings.read(settings().put("uri", uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("uri: must read postgresql://")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void connectionsHaveDefaultsAndBounds() {
        ObjectNode settings = settings().put("uri", "postgresql://me@one/db");

        assertThat(PostgresSettings.read(settings).connection()).isEqualTo(ConnectionSettings.DEFAULT);
        assertThat(PostgresSettings.read(settings.deepCopy()
                                .put("connectTimeoutMillis", 500)
                                .put("replicaUri", "postgresql://me@two/db"))
                        .connection())
                .satisfies(connection -> {
                    assertThat(connection.connectTimeout()).isEqualTo(Duration.ofMillis(500));
                    assertThat(connection.replicaUri()).contains("postgresql://me@two/db");
                });
        assertThatThrownBy(() -> PostgresSettings.read(settings.deepCopy().put("poolTimeoutMillis", 1)))
                .hasMessage("poolTimeoutMillis: must be a whole number from 100 to 60000");
        assertThatThrownBy(() -> PostgresSettings.read(settings.deepCopy().put("rootCertificate", "/no/such.pem")))
                .hasMessage("rootCertificate: /no/such.pem cannot be read");
    }

    private static ObjectNode settings() {
        return JsonNodeFactory.instance.objectNode();
    }
}
