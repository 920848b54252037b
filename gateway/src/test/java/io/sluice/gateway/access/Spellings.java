package io.sluice.gateway.access;

import java.util.ArrayList;
import java.util.List;

/** Ways to write a path that somebody behind a check might read as that path. */
final class Spellings {

    private static final List<String> SLASHES = List.of(
            "%2F", "%2f", "%252F", "//", "/./", "/%2e/", "/x/../", "/x/%2e%2e/", "/..;/", "/;x=y/", "\\", "%5C");

    private static final List<String> ENDS = List.of(
            "",
            "/",
            "%2F",
            "%00",
            "%ff",
            "%C0%AF",
            "%0a",
            "%20",
            "?",
            "?x=%00",
            ";x=y",
            "/..;/",
            "/%2e%2e%2f",
            ".json");

    private Spellings() {}

    /** The path itself, each of its slashes in each spelling, each end, and each letter of its first segment encoded. */
    static List<String> of(String path) {
        List<String> all = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            for (String written : SLASHES) {
                String before = path.substring(0, slash);
                // A request line whose target begins with anything but a slash is refused for that alone.
                all.add((slash == 0 ? "/" : before) + written + path.substring(slash + 1));
            }
        }
        ENDS.forEach(end -> all.add(path + end));
        for (int i = 1; i < path.length() && path.charAt(i) != '/'; i++) {
            all.add(path.substring(0, i) + "%" + Integer.toHexString(path.charAt(i)) + path.substring(i + 1));
        }
        all.add(path.toUpperCase(java.util.Locale.ROOT));
        return all;
    }
}
