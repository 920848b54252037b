package io.sluice.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Uses and misuses every kind of secret with the log at its most talkative, then looks for them everywhere. */
public class NoSecretLeaksTest {

    private static final Pattern TOKEN =
            Pattern.compile("sl[acs]_[0-9A-Za-z]{30,}|ey[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{10,}");
    private static final String PASSWORD = "correct horse battery staple";
    private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, Gateway.ADMIN_TOKEN));

    @Test
    void noSinkHoldsASecret() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("io.sluice");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        // Without the console's appender: only the list has to hear all of it.
        root.addAppender(log);
        ours.setLevel(Level.TRACE);
        ((Logger) LoggerFactory.getLogger("io.vertx")).setLevel(Level.DEBUG);
        try (Gateway gateway = start(Map.of("SLUICE_ACTIVITY_BODIES", "all"))) {
            useEverything(gateway);
            assertThat(atRest()).allSatisfy((place, text) -> {
                assertThat(secrets)
                        .as(place)
                        .allSatisfy(secret -> assertThat(text.contains(secret)).isFalse());
                assertThat(TOKEN.matcher(text).find()).as(place).isFalse();
                assertThat(text).as(place).doesNotContainPattern("\"d\" ?: ?\"").doesNotContain("PRIVATE KEY");
            });
            assertThat(sinks(gateway)).allSatisfy((name, text) -> {
                assertThat(TOKEN.matcher(text).results().map(java.util.regex.MatchResult::group))
                        .as(name)
                        .isEmpty();
                assertThat(secrets)
                        .as(name)
                        .allSatisfy(secret -> assertThat(text.contains(secret)).isFalse());
            });
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
            ours.setLevel(null);
            ((Logger) LoggerFactory.getLogger("io.vertx")).setLevel(null);
        }
        StringBuilder text = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            text.append(event.getFormattedMessage()).append('\n');
            Optional.ofNullable(event.getThrowableProxy())
                    .map(ThrowableProxyUtil::asString)
                    .ifPresent(text::append);
        }
        assertThat(TOKEN.matcher(text).results().map(java.util.regex.MatchResult::group))
                .isEmpty();
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(text.indexOf(secret)).isNegative());
    }

    /** A gateway over the store that is to be tested. */
    protected Gateway start(Map<String, String> settings) {
        return Gateway.start(settings);
    }

    /** All that the store keeps, by the name of the place. */
    protected Map<String, String> atRest() {
        return Map.of();
    }

    private void useEverything(Gateway gateway) {
        Client admin = gateway.admin();
        Client scim = gateway.tenant("leaks");
        secrets.add(scim.credential());
        scim.post("/Users", Bodies.user("ada").replace("\"active\"", "\"password\":\"" + PASSWORD + "\",\"active\""));
        scim.post("/Users", "{\"password\":\"" + PASSWORD + "\",\"displayName\":\"" + scim.credential() + "\"}");
        scim.post("/Users", "{\"password\":\"" + PASSWORD);
        scim.get("/Users?filter=" + "userName%20eq%20%22" + scim.credential() + "%22");
        scim.as(gateway.token("leaks", Idp.OKTA) + "x").get("/Users");
        Reply client = admin.post("/tenants/leaks/oauth-clients", "{\"idp\":\"entra\"}")
                .expect(201);
        secrets.add(client.at("/client_secret"));
        String form = "grant_type=client_credentials&client_id=" + client.at("/client_id") + "&client_secret=";
        Client open = new Client(gateway.url(), "");
        String[] type = {"Content-Type", "application/x-www-form-urlencoded"};
        String token = open.post("/oauth2/token", form + client.at("/client_secret"), type)
                .expect(200)
                .at("/access_token");
        secrets.add(token);
        scim.as(token).get("/Users").expect(200);
        scim.as(token + "x").get("/Users").expect(401);
        open.post("/oauth2/token", form + client.at("/client_secret") + "x", type)
                .expect(401);
        open.post("/oauth2/token", form + token, type).expect(401);
        admin.post("/administrators", "{\"name\":\"ada\",\"role\":\"operator\",\"password\":\"" + PASSWORD + "\"}")
                .expect(201);
        admin.post("/administrators/ada/password", "{\"current\":\"" + PASSWORD + "x\",\"new\":\"" + PASSWORD + "\"}");
        secrets.add(admin.post("/administrators/ada/keys", "{\"name\":\"k\"}")
                .expect(201)
                .at("/key"));
        admin.post("/tenants/leaks/tokens", "{\"idp\":\"" + scim.credential() + "\"}")
                .expect(400);
    }

    private Map<String, String> sinks(Gateway gateway) {
        return Map.of(
                "metrics",
                gateway.management().get("/metrics").expect(200).text(),
                "audit",
                audit(gateway, "leaks"),
                "audit of the system",
                audit(gateway, AuditEvent.SYSTEM),
                "activity",
                gateway.admin().get("/tenants/leaks/activity").expect(200).text(),
                "clients",
                gateway.admin().get("/tenants/leaks/oauth-clients").expect(200).text(),
                "tokens",
                gateway.admin().get("/tenants/leaks/tokens").expect(200).text());
    }

    private static String audit(Gateway gateway, String tenant) {
        Optional<String> any = Optional.empty();
        List<AuditEvent> events = Gateway.await(gateway.node()
                        .control()
                        .audit()
                        .query(new AuditQuery(
                                tenant, Optional.empty(), Optional.empty(), any, any, any, any, any, any, 1_000)))
                .items();
        assertThat(events).isNotEmpty();
        return events.toString();
    }
}
