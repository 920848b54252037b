package io.sluice.ldap.write;

import io.sluice.core.backend.Precondition;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;

/** Judges the precondition of a write against the version of the entry that the write will name. */
final class Preconditions {

    private Preconditions() {}

    static void check(Precondition precondition, String version) {
        switch (precondition) {
            case Precondition.None ignored -> {
                // Nothing was asked.
            }
            case Precondition.VersionIn wanted -> {
                if (!wanted.versions().contains(version)) {
                    throw ScimException.of(
                            ErrorKind.PRECONDITION_FAILED,
                            "The resource has changed: its version is " + version
                                    + ", which If-Match does not name. Read it again and repeat.");
                }
            }
        }
    }
}
