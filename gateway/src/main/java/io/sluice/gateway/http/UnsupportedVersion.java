package io.sluice.gateway.http;

/** A request line names a version of HTTP that is neither 1.0 nor 1.1. */
final class UnsupportedVersion extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnsupportedVersion() {
        super("HTTP/1.1 and HTTP/1.0 are understood");
    }
}
