package io.sluice.gateway.scim;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.gateway.activity.ActivityLog;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.ScimErrors;
import io.sluice.gateway.ratelimit.RateDecision;
import io.sluice.gateway.ratelimit.TenantRateLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the requests of admitted callers against their tenant's limit before they are served, and remembers how they went.
 */
public record Traffic(TenantRateLimits limits, ActivityLog activity) {

    /** An answer when the request must not be served now. */
    Optional<Answer> admit(Visit visit, Principal principal) {
        RateDecision decision = limits.count(principal.tenant());
        visit.admitted(principal, decision);
        return decision instanceof RateDecision.Exceeded exceeded
                ? Optional.of(ScimErrors.answer(new ScimError(
                        ErrorKind.TOO_MANY_REQUESTS,
                        "The tenant's limit is " + exceeded.perSecond() + " requests per second; try again later.",
                        Optional.of(Duration.ofSeconds(exceeded.retryAfterSeconds())))))
                : Optional.empty();
    }

    /** The answer with the state of the limit on it. */
    Answer leave(Visit visit, Answer answer) {
        Optional<Principal> principal = visit.principal();
        if (principal.isEmpty()) {
            return answer;
        }
        if (activity.isEnabled()) {
            activity.record(principal.get().tenant().id(), Observations.of(visit, principal.get(), answer));
        }
        Answer annotated = answer;
        for (Map.Entry<String, String> header : visit.rate().headers().entrySet()) {
            annotated = annotated.with(header.getKey(), header.getValue());
        }
        return annotated;
    }
}
