package io.sluice.gateway.demo.data;

import java.util.List;

/** A resource of tab-separated values; lines that begin with {@code #} are comments. */
final class TabbedFile {

    private TabbedFile() {}

    static List<String[]> read(String name) {
        return Resource.text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }
}
