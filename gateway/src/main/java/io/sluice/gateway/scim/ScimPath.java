package io.sluice.gateway.scim;

import java.util.List;
import java.util.Optional;

/**
 * The path of a SCIM request, taken apart as it was sent: nothing is decoded and nothing is normalised, so an encoded slash or a dot
 * segment never becomes another path than the one that was checked.
 *
 * @param tenant the slug, when the path names one
 * @param root everything before the endpoint: {@code /scim/v2} or {@code /tenants/acme/scim/v2}
 * @param segments what follows, without the slashes
 */
record ScimPath(Optional<String> tenant, String root, List<String> segments) {

    private static final String PLAIN = "/scim/v2";
    private static final String TENANTS = "/tenants/";

    /** Empty when the path is none of SCIM's. */
    static Optional<ScimPath> parse(String path) {
        if (path.startsWith(PLAIN)) {
            return rest(Optional.empty(), path, PLAIN.length());
        }
        if (!path.startsWith(TENANTS)) {
            return Optional.empty();
        }
        int end = path.indexOf('/', TENANTS.length());
        if (end < 0 || !path.startsWith(PLAIN, end)) {
            return Optional.empty();
        }
        return rest(Optional.of(path.substring(TENANTS.length(), end)), path, end + PLAIN.length());
    }

    private static Optional<ScimPath> rest(Optional<String> tenant, String path, int rootEnd) {
        String root = path.substring(0, rootEnd);
        String rest = path.substring(rootEnd);
        if (rest.isEmpty() || rest.equals("/")) {
            return Optional.of(new ScimPath(tenant, root, List.of()));
        }
        return rest.charAt(0) == '/'
                ? Optional.of(
                        new ScimPath(tenant, root, List.of(rest.substring(1).split("/", -1))))
                : Optional.empty();
    }
}
