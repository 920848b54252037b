package io.sluice.postgres.embedded;

import java.nio.file.Path;

/** The unpacked programs of one version. */
record Binaries(Path directory, Platform platform) {

    String initdb() {
        return program("initdb");
    }

    String pgCtl() {
        return program("pg_ctl");
    }

    String postgres() {
        return program("postgres");
    }

    private String program(String name) {
        return directory.resolve("bin").resolve(platform.executable(name)).toString();
    }
}
