package io.sluice.tracing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Takes OTLP over HTTP and keeps all of it. */
final class Collector implements AutoCloseable {

    private final Queue<byte[]> requests = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            requests.add(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<ReportedSpan> spans() {
        return requests.stream()
                .flatMap(request -> ReportedSpan.in(request).stream())
                .toList();
    }

    /** Everything that came, to look for what must not be in it. */
    String raw() {
        return requests.stream()
                .map(request -> new String(request, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
