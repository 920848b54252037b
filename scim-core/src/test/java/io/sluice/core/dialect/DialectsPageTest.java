package io.sluice.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/dialects.md} names every rule. */
final class DialectsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "dialects.md");

    private static final String HEAD = """
            # Dialects

            Identity providers send what the RFCs do not say. A tolerant connection, which every new one is, understands it by the rules below; each
            rewrites one thing into what the RFCs want in its place, and clients that keep to the RFCs and to the interoperability profile never meet one. A strict connection
            (`PATCH /admin/v1/tenants/{t}/connections/{idp} {"profile":"strict"}`) has none of them: it takes what RFC 7643 and 7644 and that
            profile say and answers 400 to the rest, unknown attributes, filters on unknown attributes and operations without a path among it.

            A rule that makes a difference is counted for its connection (`GET /admin/v1/tenants/{t}/connections`, the metric `sluice_dialect_rule_total`) and
            named in the request's entry (`GET /admin/v1/tenants/{t}/activity`, `rules`). What two keys say about one attribute is refused by every connection if it
            differs in spelling only; whichever were kept, the other would be lost without a word.

            This table is written by `DialectsPageTest`; after a change of the rules run it with `-Dsluice.dialects.write=true`.

            | rule | what is understood | known of |
            | --- | --- | --- |
            """;

    @Test
    void pageSaysWhatTheRulesAre() throws IOException {
        String text = Arrays.stream(DialectRule.values())
                .map(DialectsPageTest::row)
                .collect(Collectors.joining("", HEAD, ""));
        if (Boolean.getBoolean("sluice.dialects.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).as("written anew with -Dsluice.dialects.write=true").hasContent(text);
    }

    private static String row(DialectRule rule) {
        String vendors =
                rule.vendors().stream().sorted().map(DialectsPageTest::name).collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |\n".formatted(rule, rule.description().replace("|", "\\|"), vendors);
    }

    private static String name(Vendor vendor) {
        return switch (vendor) {
            case ENTRA -> "Entra ID";
            case ENTRA_2020 -> "Entra ID with aadOptscim062020";
            case OKTA -> "Okta";
            case ONELOGIN -> "OneLogin";
            case JUMPCLOUD -> "JumpCloud";
            case PINGONE -> "PingOne";
            case SAILPOINT -> "SailPoint";
            case GENERIC -> "scripts and others";
        };
    }
}
