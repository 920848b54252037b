package io.sluice.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** What is sent back: a status, a body and headers; which content type the body has is the sender's to say. */
public record Answer(int status, Body body, List<Header> headers) {

    /** The body of an answer. */
    public sealed interface Body {}

    public record Empty() implements Body {}

    public record Bytes(CharSequence contentType, Buffer bytes) implements Body {}

    /** Written piece by piece, so that memory does not grow with its size. */
    public record Streamed(CharSequence contentType, Stream stream) implements Body {}

    /** Writes a body with back-pressure and completes when all of it is written; does not end the response. */
    @FunctionalInterface
    public interface Stream {
        Future<Void> writeTo(HttpServerResponse response);
    }

    public Answer {
        headers = List.copyOf(headers);
    }

    public static Answer empty(int status) {
        return new Answer(status, new Empty(), List.of());
    }

    public static Answer bytes(int status, CharSequence contentType, Buffer bytes) {
        return new Answer(status, new Bytes(contentType, bytes), List.of());
    }

    public static Answer streamed(int status, CharSequence contentType, Stream stream) {
        return new Answer(status, new Streamed(contentType, stream), List.of());
    }

    /** Every answer gets several: nothing is copied twice. */
    public Answer with(CharSequence name, CharSequence value) {
        Header[] all = headers.toArray(new Header[headers.size() + 1]);
        all[headers.size()] = new Header(name, value);
        return new Answer(status, body, List.of(all));
    }
}
