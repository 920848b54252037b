package io.sluice.gateway.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/conformance.md}: what is asked of which backend, clause by clause. */
final class ConformancePage {

    private static final String HEAD = """
            # Conformance

            Every line counts requests that are played against a running gateway through HTTP, with what has to come back. The cases are
            data files in `gateway/src/test/resources/io/sluice/gateway/conformance`; a case that fails fails the build, so a number here is
            a number of cases that pass. Where a backend cannot do what a case needs, and says so in ServiceProviderConfig, the case does not
            apply and is not counted.

            This page is written by `ConformancePageTest`; after a change of the cases run it with `-Dsluice.conformance.write=true`. To play
            the cases against a gateway that runs already, on a tenant without resources:

            ```sh
            ./mvnw -pl gateway -am test -Dtest=RunningGatewayConformance -Dsurefire.failIfNoSpecifiedTests=false \\
              -Dsluice.conformance.url=https://scim.example.com/tenants/acme/scim/v2 -Dsluice.conformance.token=slc_...
            ```
            """;

    private final List<Column> columns;
    private final List<Case> cases;

    private ConformancePage(List<Column> columns, List<Case> cases) {
        this.columns = columns;
        this.cases = cases;
    }

    static String text() {
        List<Case> cases =
                CaseFile.all().stream().flatMap(file -> file.cases().stream()).toList();
        return new ConformancePage(Column.all(), cases).render();
    }

    private String render() {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        table(lines, "## Clauses", "clause", Case::isOfARule);
        table(lines, "## Identity providers", "exchanges of", one -> !one.isOfARule());
        lines.add("");
        return String.join("\n", lines);
    }

    private void table(List<String> lines, String title, String first, Predicate<Case> wanted) {
        Map<String, List<Case>> byClause = cases.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(
                        Case::clause, () -> new TreeMap<>(ClauseOrder.INSTANCE), Collectors.toList()));
        lines.add(title);
        lines.add("");
        lines.add(row(first, columns.stream().map(Column::title)));
        lines.add(row("---", columns.stream().map(column -> "---:")));
        byClause.forEach((clause, some) -> lines.add(row(clause, counts(some))));
        lines.add(row("**all**", counts(cases.stream().filter(wanted).toList())));
        lines.add("");
    }

    private Stream<String> counts(List<Case> some) {
        return columns.stream()
                .map(column ->
                        Long.toString(some.stream().filter(column::covers).count()));
    }

    private static String row(String first, Stream<String> rest) {
        return "| " + first + " | " + rest.collect(Collectors.joining(" | ")) + " |";
    }

    /** By document, then number by number: section 3.5.10 comes after 3.5.2. */
    private enum ClauseOrder implements Comparator<String> {
        INSTANCE;

        @Override
        public int compare(String left, String right) {
            return padded(left).compareTo(padded(right));
        }

        private static String padded(String clause) {
            return Stream.of(clause.split("[ .]"))
                    .map(part -> part.chars().allMatch(Character::isDigit) ? "%6s".formatted(part) : part)
                    .collect(Collectors.joining(" "));
        }
    }
}
