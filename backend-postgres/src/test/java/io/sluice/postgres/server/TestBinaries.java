package io.sluice.postgres.server;

import java.nio.file.Path;

/** Where tests keep the programs of the embedded server: one place for every module and run, because unpacking takes seconds. */
public final class TestBinaries {

    /** Of the whole build; whoever comes first unpacks, and two at once do no harm. */
    public static final Path DIRECTORY =
            Path.of("..", "target", "postgres-binaries").toAbsolutePath().normalize();

    private TestBinaries() {}
}
