package io.sluice.gateway.portal.web;

import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;

/** What a route does. Called on an event loop; never blocks it. */
@FunctionalInterface
public interface Action {

    /** Fails with a {@link io.sluice.core.error.ScimException} whose words are for the reader. */
    Future<Answer> answer(Visit visit);
}
