package io.sluice.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;

/** Tells in an error text where in the body something is, never what stands there: it may be a password. */
final class Position {

    private Position() {}

    static String of(JsonParser parser) {
        return of(parser.currentTokenLocation());
    }

    static String of(JsonLocation location) {
        return location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + Math.max(1, location.getColumnNr());
    }
}
