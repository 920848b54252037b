package io.sluice.postgres.sql;

import io.sluice.core.backend.SettingKey;
import java.util.List;

/** Every key of the section {@code postgres}; what is not here is refused. */
public final class PostgresKeys {

    public static final List<SettingKey> ALL = List.of(
            key(
                    "uri",
                    "",
                    "postgresql://user:password@host:port/database, several hosts as host:port,host:port; parameters such as ?sslmode=require follow"),
            key("poolSize", "16", "Connections for reads"),
            key("writePoolSize", "6", "Connections for writes; reads never wait behind them"),
            key(
                    "maxWaiting",
                    "10000",
                    "Requests that may wait for a connection, and writes that may wait for a batch; more are answered 503 with Retry-After"),
            key("batchSize", "256", "How many writes one statement may carry"),
            key(
                    "statementTimeoutMillis",
                    "30000",
                    "After which the server gives a statement up; a request's own deadline is mostly earlier. A connection that is silent for a third longer and two seconds is closed"),
            key(
                    "memberPageSize",
                    "1000",
                    "Members of a group that are read with it; the rest is read in pages while the answer is written"),
            key("exactTotals", "100000", "How far beyond the page totalResults of a filter is counted"),
            key(
                    "preparedStatements",
                    "true",
                    "Off behind a proxy that hands connections out by transaction (PgBouncer before 1.21)"),
            key(
                    "trigramIndexes",
                    "",
                    "Attributes of users or groups whose co and ew filters get an index, such as displayName, name.familyName; needs the extension pg_trgm"),
            key(
                    "equalityIndex",
                    "false",
                    "One index that answers eq on any attribute; costs about a quarter of the write rate"),
            key(
                    "duplicateGroups",
                    "allow",
                    "With reject no two groups of a tenant have one displayName; all nodes need the same"),
            key(
                    "rootCertificate",
                    "",
                    "PEM file of the authority that signs the server's certificate, for sslmode=verify-ca and verify-full"),
            key("connectTimeoutMillis", "3000", "For one attempt at one host"),
            key("poolTimeoutMillis", "5000", "How long a statement may wait for a connection"),
            key(
                    "primaryCheckMillis",
                    "1000",
                    "How often, with several hosts, the primary is asked whether it still is one"),
            key("replicaUri", "", "A standby for what administrators look at"),
            key("replicaStalenessMillis", "10000", "How far that standby may be behind; else the primary is asked"));

    private PostgresKeys() {}

    private static SettingKey key(String name, String fallback, String description) {
        return new SettingKey(name, fallback, description);
    }
}
