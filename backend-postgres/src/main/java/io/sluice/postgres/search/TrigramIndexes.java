package io.sluice.postgres.search;

import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.postgres.sql.ExtraIndexes;
import io.sluice.postgres.sql.PostgresSettings;

/** The indexes for {@code co} and {@code ew} that the configuration names by attribute, over the expression that filters use. */
public final class TrigramIndexes {

    private TrigramIndexes() {}

    /**
     * @throws IllegalArgumentException for a name that is no attribute of users or groups with one value
     */
    public static ExtraIndexes of(PostgresSettings settings) {
        ExtraIndexes indexes = new ExtraIndexes(settings);
        settings.trigramIndexes().forEach(name -> indexes.addTrigram(expression(name)));
        return indexes;
    }

    private static String expression(String name) {
        return SchemaRegistry.standard().resourceTypes().stream()
                .flatMap(type -> AttributeResolver.resolve(type, name).stream()
                        .filter(TrigramIndexes::isSingleText)
                        .map(path -> expression(type, path)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("trigramIndexes: " + name
                        + " is no attribute of users or groups that has one text as its value"));
    }

    private static boolean isSingleText(AttributePath path) {
        return !path.attribute().multiValued()
                && switch (path.leaf().type()) {
                    case STRING, REFERENCE -> true;
                    case BOOLEAN, DECIMAL, INTEGER, DATE_TIME, BINARY, COMPLEX -> false;
                };
    }

    private static String expression(ResourceType type, AttributePath path) {
        String value = JsonSource.leaf(new JsonSource(type).of(path), path.subAttribute());
        return JsonTest.text(value).replace("r.search", "search");
    }

    /** Whether a trigram index can narrow a search for the text: it knows runs of three letters or digits only. */
    static boolean canNarrow(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = Character.isLetterOrDigit(text.charAt(i)) ? run + 1 : 0;
            if (run == 3) {
                return true;
            }
        }
        return false;
    }
}
