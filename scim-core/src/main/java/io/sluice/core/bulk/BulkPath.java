package io.sluice.core.bulk;

import java.util.Optional;

/**
 * The path of an operation, relative to the service: {@code /Users} or {@code /Users/2819c223}.
 *
 * @param endpoint the first segment
 * @param target everything after the second slash: an id, or {@code bulkId:} and the name of another operation
 */
public record BulkPath(String endpoint, Optional<String> target) {

    /** Empty when the text does not begin with a slash and an endpoint, or goes on with a query. */
    static Optional<BulkPath> parse(String text) {
        if (!text.startsWith("/") || text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
            return Optional.empty();
        }
        int slash = text.indexOf('/', 1);
        String endpoint = slash < 0 ? text.substring(1) : text.substring(1, slash);
        String rest = slash < 0 ? "" : text.substring(slash + 1);
        return endpoint.isEmpty()
                ? Optional.empty()
                : Optional.of(new BulkPath(endpoint, Optional.of(rest).filter(target -> !target.isEmpty())));
    }

    BulkPath to(String id) {
        return new BulkPath(endpoint, Optional.of(id));
    }

    @Override
    public String toString() {
        return "/" + endpoint + target.map(id -> "/" + id).orElse("");
    }
}
