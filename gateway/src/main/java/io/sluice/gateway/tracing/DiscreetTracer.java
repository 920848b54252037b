package io.sluice.gateway.tracing;

import io.vertx.core.Context;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Tells another tracer no more than {@link HarmlessTags}, and of a failure only its class: messages quote what was sent. */
record DiscreetTracer<I, O>(VertxTracer<I, O> tracer) implements VertxTracer<I, O> {

    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(Throwable cause) {
            super(cause.getClass().getName(), null, false, false);
        }
    }

    @Override
    public <R> @Nullable I receiveRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            Iterable<Map.Entry<String, String>> headers,
            TagExtractor<R> tags) {
        HarmlessTags<R> told = HarmlessTags.of(request, tags);
        return tracer.receiveRequest(context, kind, policy, request, told.operation(operation), headers, told);
    }

    @Override
    public <R> void sendResponse(
            Context context, @Nullable R response, I span, @Nullable Throwable failure, TagExtractor<R> tags) {
        tracer.sendResponse(context, response, span, told(failure), HarmlessTags.of(response, tags));
    }

    @Override
    public <R> @Nullable O sendRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            BiConsumer<String, String> headers,
            TagExtractor<R> tags) {
        HarmlessTags<R> told = HarmlessTags.of(request, tags);
        return tracer.sendRequest(context, kind, policy, request, told.operation(operation), headers, told);
    }

    @Override
    public <R> void receiveResponse(
            Context context, @Nullable R response, O span, @Nullable Throwable failure, TagExtractor<R> tags) {
        tracer.receiveResponse(context, response, span, told(failure), HarmlessTags.of(response, tags));
    }

    @Override
    public void close() {
        tracer.close();
    }

    private static @Nullable Throwable told(@Nullable Throwable failure) {
        return failure == null ? null : new Failed(failure);
    }
}
