package io.sluice.gateway.admin;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Texts;
import io.sluice.core.json.WholeNumber;
import io.sluice.gateway.auth.AdminPrincipal;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the administration API after authentication.
 *
 * @param publicUrl scheme and authority as clients see them
 */
public record AdminCall(
        AdminPrincipal principal,
        Actor actor,
        String requestId,
        String publicUrl,
        Map<String, String> path,
        MultiMap query,
        String accept,
        Buffer body) {

    private static final int LONGEST = 1_024;

    /**
     * The tenant of the path.
     *
     * @throws ScimException NOT_FOUND when it is none of this administrator's: whether it exists is not theirs to know
     */
    public String tenant() {
        String slug = parameter("tenant");
        if (!principal.role().covers(slug)) {
            throw ScimException.of(ErrorKind.NOT_FOUND, "There is no such tenant.");
        }
        return slug;
    }

    /**
     * @throws ScimException FORBIDDEN unless the administrator is an operator
     */
    public void requireOperator() {
        if (!(principal.role() instanceof AdministratorRole.Operator)) {
            throw ScimException.of(ErrorKind.FORBIDDEN, "Only an operator may do this.");
        }
    }

    /**
     * A parameter that the path of the route has.
     *
     * @throws ScimException NOT_FOUND when no store can have anything of that name
     */
    public String parameter(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no parameter " + name);
        }
        if (!Texts.isStorable(value) || value.length() > LONGEST) {
            throw ScimException.of(ErrorKind.NOT_FOUND, "There is nothing of that name.");
        }
        return value;
    }

    /**
     * @throws ScimException BAD_REQUEST when it holds what no store can hold
     */
    public Optional<String> query(String name) {
        Optional<String> given = Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
        if (given.filter(value -> !Texts.isStorable(value) || value.length() > LONGEST)
                .isPresent()) {
            throw RequestFields.wrong(
                    name + " must be at most " + LONGEST + " characters without U+0000 and lone surrogates.");
        }
        return given;
    }

    /**
     * @throws ScimException BAD_REQUEST when it is no number from 1 to {@code most}
     */
    public int limit(int standard, int most) {
        return query("limit").map(text -> number(text, most)).orElse(standard);
    }

    /** The fields of the JSON object in the body; an empty body has none. */
    public RequestFields fields(String... known) {
        return RequestFields.read(body, known);
    }

    private static int number(String text, int most) {
        return WholeNumber.parse(text).stream()
                .filter(value -> value >= 1 && value <= most)
                .findFirst()
                .orElseThrow(() ->
                        ScimException.of(ErrorKind.BAD_REQUEST, "limit must be a number from 1 to " + most + "."));
    }
}
