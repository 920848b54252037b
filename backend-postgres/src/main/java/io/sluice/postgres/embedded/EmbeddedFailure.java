package io.sluice.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes the exceptions of this package: a sentence for the operator, and the remedy where one is known. */
final class EmbeddedFailure {

    private EmbeddedFailure() {}

    static UncheckedIOException because(String sentence) {
        return new UncheckedIOException(sentence, new IOException(sentence));
    }

    static UncheckedIOException because(String sentence, IOException cause) {
        return new UncheckedIOException(sentence + " (" + cause.getMessage() + ")", cause);
    }
}
