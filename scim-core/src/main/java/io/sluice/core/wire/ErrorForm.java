package io.sluice.core.wire;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import java.time.Duration;
import java.util.Arrays;

/** An error by the name of its kind: a kind that only a newer node knows becomes an internal error with the same text. */
final class ErrorForm {

    private ErrorForm() {}

    static void write(WireWriter out, ScimError error) {
        out.text(error.kind().name())
                .text(error.detail())
                .optional(error.retryAfter().map(Duration::toMillis), out::number);
    }

    static ScimError read(WireReader in) {
        String name = in.text();
        ErrorKind kind = Arrays.stream(ErrorKind.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(ErrorKind.INTERNAL);
        return new ScimError(kind, in.text(), in.optional(() -> Duration.ofMillis(in.number())));
    }
}
