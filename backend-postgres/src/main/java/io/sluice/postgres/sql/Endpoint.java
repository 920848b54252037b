package io.sluice.postgres.sql;

/** One host of the configured ones. */
record Endpoint(String host, int port) {

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
