package io.sluice.gateway.portal.asset;

import io.vertx.core.buffer.Buffer;

/** One file that browsers load, also in the form that travels (gzip, RFC 1952). */
public record Asset(String type, Buffer plain, Buffer zipped) {}
