package io.sluice.core.fuzz;

import io.sluice.core.error.ScimException;
import java.util.Optional;
import java.util.function.Supplier;

/** Bad input is refused with an error of SCIM; everything else that is thrown is a finding. */
final class Refusals {

    private Refusals() {}

    static <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (ScimException refused) {
            return Optional.empty();
        }
    }
}
