package io.sluice.core.error;

/**
 * Every way in which a request can fail: the status of the answer and the {@code scimType} that goes with it.
 *
 * <p>Sources: RFC 7644 section 3.12 (table 9), RFC 9865 section 3 (cursor errors). Kinds without a {@code scimType} have an
 * empty one.
 */
public enum ErrorKind {
    INVALID_FILTER(400, "invalidFilter"),
    TOO_MANY(400, "tooMany"),
    INVALID_SYNTAX(400, "invalidSyntax"),
    INVALID_PATH(400, "invalidPath"),
    NO_TARGET(400, "noTarget"),
    INVALID_VALUE(400, "invalidValue"),
    INVALID_VERSION(400, "invalidVers"),
    MUTABILITY(400, "mutability"),
    INVALID_CURSOR(400, "invalidCursor"),
    EXPIRED_CURSOR(400, "expiredCursor"),
    INVALID_COUNT(400, "invalidCount"),
    BAD_REQUEST(400, ""),
    UNAUTHORIZED(401, ""),
    FORBIDDEN(403, ""),
    SENSITIVE(403, "sensitive"),
    NOT_FOUND(404, ""),
    METHOD_NOT_ALLOWED(405, ""),
    NOT_ACCEPTABLE(406, ""),
    UNIQUENESS(409, "uniqueness"),
    CONFLICT(409, ""),
    PRECONDITION_FAILED(412, ""),
    PAYLOAD_TOO_LARGE(413, ""),
    URI_TOO_LONG(414, ""),
    UNSUPPORTED_MEDIA_TYPE(415, ""),
    TOO_MANY_REQUESTS(429, ""),
    HEADERS_TOO_LARGE(431, ""),
    INTERNAL(500, ""),
    NOT_IMPLEMENTED(501, ""),
    UNAVAILABLE(503, ""),
    VERSION_NOT_SUPPORTED(505, "");

    private final int status;
    private final String scimType;

    ErrorKind(int status, String scimType) {
        this.status = status;
        this.scimType = scimType;
    }

    /** The HTTP status code that RFC 7644 gives this error. */
    public int status() {
        return status;
    }

    /** The {@code scimType} keyword, empty when the RFC defines none for this error. */
    public String scimType() {
        return scimType;
    }
}
