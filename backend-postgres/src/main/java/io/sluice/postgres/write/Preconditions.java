package io.sluice.postgres.write;

import io.sluice.core.backend.Precondition;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;

/** If-Match. */
final class Preconditions {

    private Preconditions() {}

    static void check(Precondition precondition, String version) {
        switch (precondition) {
            case Precondition.None none -> {}
            case Precondition.VersionIn in -> {
                if (!in.versions().contains(version)) {
                    throw failed(version);
                }
            }
        }
    }

    static ScimException failed(String version) {
        return ScimException.of(
                ErrorKind.PRECONDITION_FAILED,
                "The resource has changed: its version is " + version
                        + ", which If-Match does not name. Read it again and repeat.");
    }
}
