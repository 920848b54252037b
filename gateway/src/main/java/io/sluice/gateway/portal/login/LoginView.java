package io.sluice.gateway.portal.login;

import java.util.Optional;

/**
 * @param name what was typed before
 * @param next where the reader wanted to go
 * @param problem the key of what went wrong
 * @param provider where a login through the OpenID provider begins; empty when there is none
 */
public record LoginView(String name, String next, Optional<String> problem, Optional<String> provider) {}
