package io.sluice.gateway.auth;

import java.util.List;

/** What the {@code Authorization} headers of a request hold (RFC 6750 section 2.1). Tokens in the query are ignored. */
public sealed interface BearerHeader {

    /** A bearer credential, not blank. */
    record Bearer(String credential) implements BearerHeader {}

    /** No header, or another scheme: 401. */
    record Absent() implements BearerHeader {}

    /** More than one header: whoever stands in front may have checked another one than we would. 400. */
    record Ambiguous() implements BearerHeader {}

    String SCHEME = "Bearer ";

    /** Reads all {@code Authorization} headers of one request. */
    static BearerHeader read(List<String> headers) {
        return switch (headers.size()) {
            case 0 -> new Absent();
            case 1 -> single(headers.getFirst());
            default -> new Ambiguous();
        };
    }

    private static BearerHeader single(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Absent();
        }
        String credential = header.substring(SCHEME.length()).strip();
        boolean oneWord = credential.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ',');
        return credential.isEmpty() || !oneWord ? new Absent() : new Bearer(credential);
    }
}
