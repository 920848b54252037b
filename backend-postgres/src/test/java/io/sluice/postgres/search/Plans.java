package io.sluice.postgres.search;

import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.resource.Include;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.postgres.sql.Pools;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Asks the server how it would answer a filter on users of tenant 1. */
final class Plans implements AutoCloseable {

    private final Pool pool;

    Plans(Vertx vertx, PostgresSettings settings) {
        this.pool = Pools.open(vertx, settings, "plans", 1);
    }

    String explain(String filter) {
        ResourceType user = SchemaRegistry.standard().resourceType("User").orElseThrow();
        SearchQuery query = new SearchQuery(
                user,
                Optional.of(FilterBinder.bind(FilterParser.parse(filter, FilterLimits.DEFAULT), user)),
                Optional.empty(),
                new Page.ByIndex(1, 1_000),
                Include.NOTHING);
        SearchStatement statement = new SearchStatement(1, query, 1_000);
        String text = "EXPLAIN (COSTS OFF) " + statement.page(10);
        return Pools.sql(pool)
                .send(text, statement.parameters())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> row.getString(0))
                        .collect(Collectors.joining("\n")))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @Override
    public void close() {
        pool.close().toCompletionStage().toCompletableFuture().join();
    }
}
