package io.sluice.portal;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * All rules of axe over a page as it stands. The library's own builder loads the script anew for each look, into the page and into
 * an empty second one that puts frames together; the portal has no frames, and a look is four times as quick without.
 */
final class Axe {

    private static final String SCRIPT = script();

    private static final String LOOK = """
            async rules => (await axe.run(document, {
                resultTypes: ['violations'],
                ...(rules.length === 0 ? {} : {runOnly: {type: 'rule', values: rules}})
            })).violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html + ' ' + node.failureSummary))""";

    /** Those whose outcome depends on how things are painted; the others look at the document alone. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private Axe() {}

    /** Each violation with the element and what is wrong with it. */
    static List<String> violations(Page page) {
        return look(page, List.of());
    }

    /** The rules about colours alone: for a page that all rules have seen, and that has only changed its colours since. */
    static List<String> colours(Page page) {
        return look(page, OF_COLOURS);
    }

    private static List<String> look(Page page, List<String> rules) {
        if (page.frames().size() != 1) {
            throw new IllegalStateException("A page with frames needs a look into each");
        }
        if (Boolean.TRUE.equals(page.evaluate("typeof axe === 'undefined'"))) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(LOOK, rules))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe-core is not on the class path");
            }
            // The script ends with its own value, which is nothing to be sent back.
            return new String(script.readAllBytes(), StandardCharsets.UTF_8) + ";null";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
