package io.sluice.postgres.embedded;

import java.nio.file.Path;

/** Where everything lies under the data directory. */
record Layout(Path root) {

    Path lock() {
        return root.resolve("lock");
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    /** PGDATA. */
    Path cluster() {
        return root.resolve("cluster");
    }

    /** Becomes {@link #cluster} when it is complete. */
    Path unfinishedCluster() {
        return root.resolve("cluster.unfinished");
    }

    Path password() {
        return root.resolve("password");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path postmasterPid() {
        return cluster().resolve("postmaster.pid");
    }

    Path majorVersion() {
        return cluster().resolve("PG_VERSION");
    }
}
