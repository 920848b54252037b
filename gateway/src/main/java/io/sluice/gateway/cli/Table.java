package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a list of documents as columns. */
final class Table {

    private final List<String> columns;

    Table(String... columns) {
        this.columns = List.of(columns);
    }

    void print(PrintWriter out, JsonNode items) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
        items.forEach(item -> rows.add(columns.stream()
                .map(name -> item.path(name).isNull() ? "-" : item.path(name).asText())
                .toList()));
        rows.forEach(row -> out.println(line(row, rows)));
    }

    private String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            int width =
                    rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
            line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
