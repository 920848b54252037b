package io.sluice.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ConformancePageTest {

    private static final Path PAGE = Path.of("..", "docs", "conformance.md");

    @Test
    void pageSaysWhatTheCasesAre() throws IOException {
        String text = ConformancePage.text();
        if (Boolean.getBoolean("sluice.conformance.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).as("written anew with -Dsluice.conformance.write=true").hasContent(text);
    }
}
