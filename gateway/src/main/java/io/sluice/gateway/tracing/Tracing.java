package io.sluice.gateway.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sluice.gateway.config.TracingConfig;
import io.vertx.core.VertxBuilder;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.tracing.opentelemetry.OpenTelemetryTracingFactory;
import java.util.Optional;
import java.util.UUID;

/**
 * Spans of HTTP requests, of their way over the event bus and of their statements, sent to a collector as OTLP over HTTP in
 * protobuf. Without an endpoint nothing is made and nothing is measured.
 *
 * <p>A share of all traces is kept, chosen by the trace's id: all nodes choose the same ones, and a client's wish to be traced
 * counts for nothing. Spans that the collector does not take in time are dropped, requests never wait for them.
 */
public final class Tracing implements AutoCloseable {

    private static final String PATH = "/v1/traces";
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<String> TENANT = AttributeKey.stringKey("sluice.tenant");
    private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("sluice.request_id");

    private final Optional<OpenTelemetrySdk> sdk;

    public Tracing(TracingConfig config) {
        sdk = config.endpoint().map(endpoint -> open(endpoint, config.ratio()));
    }

    private static OpenTelemetrySdk open(String endpoint, double ratio) {
        OtlpHttpSpanExporter exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(endpoint + PATH).build();
        Attributes service = Attributes.of(
                AttributeKey.stringKey("service.name"),
                "sluice",
                AttributeKey.stringKey("service.instance.id"),
                UUID.randomUUID().toString());
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setResource(Resource.getDefault().merge(Resource.create(service)))
                        .setSampler(Sampler.traceIdRatioBased(ratio))
                        .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                        .build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
    }

    /** Adds the tracer, if there is one, to the Vert.x that is being made. */
    public VertxBuilder into(VertxBuilder builder) {
        return sdk.map(open -> new OpenTelemetryTracingFactory(open))
                .map(factory -> builder.withTracer(options -> discreet(factory.tracer(options))))
                .orElse(builder);
    }

    private static <I, O> VertxTracer<I, O> discreet(VertxTracer<I, O> tracer) {
        return new DiscreetTracer<>(tracer);
    }

    public RequestSpans requests() {
        return sdk.isEmpty() ? RequestSpans.NONE : Tracing::served;
    }

    private static void served(String requestId, String tenant, String method, String route) {
        Span.current()
                .updateName(method + " " + route)
                .setAttribute(ROUTE, route)
                .setAttribute(TENANT, tenant)
                .setAttribute(REQUEST, requestId);
    }

    /** Sends what is left, for some seconds at most. */
    @Override
    public void close() {
        sdk.ifPresent(OpenTelemetrySdk::close);
    }
}
