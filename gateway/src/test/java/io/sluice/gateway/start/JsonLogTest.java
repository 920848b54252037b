package io.sluice.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines that the log of requests has when machines read it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JsonLogTest {

    private static final Map<String, String> SETTINGS =
            Map.of("SLUICE_LOGGING_FORMAT", "json", "SLUICE_LOGGING_REQUESTS", "true");

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private Gateway gateway;

    @BeforeAll
    void start() {
        Config config = Gateway.config(SETTINGS);
        Logging.configure(config.logging());
        events.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(events);
        gateway = Gateway.start(SETTINGS);
    }

    @AfterAll
    void stop() {
        gateway.close();
        Logging.configure(Gateway.config(Map.of("SLUICE_LOGGING_LEVEL", "warn")).logging());
    }

    @Test
    void aLineHasTheRequestsIdAndTheTemplateOfItsRouteAndNothingOfWhatWasSent() {
        Client scim = gateway.tenant("logged");
        String id = scim.post("/Users", Bodies.user("ada.lovelace"), "X-Request-Id", "id-of-create")
                .expect(201)
                .at("/id");
        scim.get("/Users/" + id, "X-Request-Id", "id-of-read").expect(200);
        scim.get("/Users?filter=userName%20eq%20%22ada.lovelace%22", "X-Request-Id", "id-of-list")
                .expect(200);

        JsonNode read = line("id-of-read");
        assertThat(read.path("route").asText()).isEqualTo("/Users/{id}");
        assertThat(read.path("method").asText()).isEqualTo("GET");
        assertThat(read.path("tenant").asText()).isEqualTo("logged");
        assertThat(read.path("idp").asText()).isEqualTo("entra");
        assertThat(read.path("status").asInt()).isEqualTo(200);
        assertThat(read.path("durationMs").isNumber()).isTrue();
        assertThat(line("id-of-create").path("status").asInt()).isEqualTo(201);
        assertThat(line("id-of-list").path("route").asText()).isEqualTo("/Users");
        assertThat(lines()).isNotEmpty().noneMatch(line -> line.toString().contains("lovelace"));
        assertThat(lines()).noneMatch(line -> line.toString().contains(id));
    }

    private JsonNode line(String requestId) {
        return lines().stream()
                .filter(line -> line.path("requestId").asText().equals(requestId))
                .findFirst()
                .orElseThrow();
    }

    /** As the configured appender writes them. */
    private List<JsonNode> lines() {
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
        return List.copyOf(events.list).stream()
                .map(event ->
                        StrictJson.parse(Buffer.buffer(console.getEncoder().encode(event))))
                .toList();
    }
}
