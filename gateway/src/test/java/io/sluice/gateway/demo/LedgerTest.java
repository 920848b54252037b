package io.sluice.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final URI HERE = URI.create("http://127.0.0.1:8080/scim/v2");

    @TempDir
    private Path folder;

    @Test
    void remembersWhatWasAcknowledgedAndNotDeletedSince() throws IOException {
        Path file = folder.resolve("sub/ledger.tsv");
        try (Ledger ledger = Ledger.append(file, HERE)) {
            ledger.created("1", "anna");
            ledger.created("2", "ben");
            ledger.deleting("1", "anna");
        }

        assertThat(Ledger.read(file, HERE)).containsOnly(java.util.Map.entry("2", "ben"));
    }

    @Test
    void knowsNothingOfOtherGateways() throws IOException {
        Path file = folder.resolve("ledger.tsv");
        try (Ledger ledger = Ledger.append(file, HERE)) {
            ledger.created("1", "anna");
        }

        assertThat(Ledger.read(file, URI.create("http://127.0.0.1:9090/scim/v2")))
                .isEmpty();
        assertThat(Ledger.read(folder.resolve("none.tsv"), HERE)).isEmpty();
    }
}
