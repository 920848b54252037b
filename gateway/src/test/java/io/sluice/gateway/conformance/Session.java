package io.sluice.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays the cases of one file. */
final class Session {

    private final CaseFile file;
    private final Supplier<Client> tenant;
    private final List<String> made = new ArrayList<>();
    private @Nullable Client client;
    private Variables shared = new Variables(Map.of());

    /**
     * @param tenant makes the tenant when the first case needs it
     */
    Session(CaseFile file, Supplier<Client> tenant) {
        this.file = file;
        this.tenant = tenant;
    }

    void play(Case one) {
        prepare();
        Variables own = shared.within();
        own.put("unique", "u" + UUID.randomUUID());
        int before = made.size();
        try {
            one.steps().forEach(step -> take(step, own));
        } finally {
            removeDownTo(before);
        }
    }

    /** Removes what all cases share; what a case made went with it. */
    void end() {
        removeDownTo(0);
    }

    private void removeDownTo(int count) {
        while (made.size() > count) {
            String path = made.removeLast();
            assertThat(client().delete(path).status()).as("removal of %s", path).isIn(204, 404);
        }
    }

    private void prepare() {
        if (client == null) {
            client = tenant.get();
            shared = new Variables(Map.of("base", client.base()));
            file.given().forEach(step -> take(new Step(step), shared));
        }
    }

    private void take(Step step, Variables variables) {
        Reply reply = client().as(step.credential(client().credential()))
                .send(step.method(), target(step, variables), step.body(variables), headers(step, variables));
        note(step, reply);
        Expectation.of(step, variables).check(reply);
        step.keep()
                .properties()
                .forEach(kept ->
                        variables.put(kept.getKey(), kept(reply, kept.getValue().asText())));
    }

    private Client client() {
        return Objects.requireNonNull(client);
    }

    private static String kept(Reply reply, String where) {
        return where.startsWith("/") ? reply.at(where) : reply.header(where);
    }

    private void note(Step step, Reply reply) {
        if (step.method().equals("POST") && reply.status() == 201) {
            made.add(reply.header("location").substring(client().base().length()));
        }
    }

    private static String target(Step step, Variables variables) {
        StringBuilder target = new StringBuilder(variables.in(step.path()));
        char separator = target.indexOf("?") < 0 ? '?' : '&';
        for (Map.Entry<String, JsonNode> parameter : step.query().properties()) {
            String value = variables.in(parameter.getValue().asText());
            target.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            separator = '&';
        }
        return target.toString();
    }

    private static String[] headers(Step step, Variables variables) {
        return step.headers()
                .propertyStream()
                .flatMap(header ->
                        List.of(header.getKey(), variables.in(header.getValue().asText())).stream())
                .toArray(String[]::new);
    }
}
