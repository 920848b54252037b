package io.sluice.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of metrics and labels in a PromQL expression. */
record Query(String text) {

    private static final Pattern SELECTOR =
            Pattern.compile("\\b([a-z][a-z0-9]*_[a-z0-9_]++)(?:\\{([^}]*)})?(?!\\s*\\()");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|without)\\s*\\(([^)]*)\\)");

    record Selector(String metric, Set<String> labels) {}

    /** Grouping labels are attributed to every metric of the expression. */
    List<Selector> selectors() {
        Set<String> grouping = new TreeSet<>();
        GROUPING.matcher(text)
                .results()
                .forEach(match -> List.of(match.group(1).split(",")).forEach(label -> grouping.add(label.strip())));
        grouping.removeIf(String::isEmpty);
        // Prometheus adds these when it scrapes.
        grouping.removeAll(Set.of("instance", "job"));
        List<Selector> selectors = new ArrayList<>();
        String plain = GROUPING.matcher(text).replaceAll(" ");
        for (Matcher found = SELECTOR.matcher(plain); found.find(); ) {
            Set<String> labels = new TreeSet<>(grouping);
            if (found.group(2) != null) {
                MATCHER.matcher(found.group(2).replaceAll("\"[^\"]*\"", "\"\""))
                        .results()
                        .forEach(match -> labels.add(match.group(1)));
            }
            labels.removeAll(Set.of("instance", "job"));
            selectors.add(new Selector(found.group(1), labels));
        }
        return selectors;
    }
}
