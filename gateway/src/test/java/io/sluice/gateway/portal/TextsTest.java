package io.sluice.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.portal.text.Language;
import io.sluice.gateway.portal.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TextsTest {

    private static final Pattern IN_TEXT_CALL = Pattern.compile("\\btext\\(((?:[^()]|\\([^()]*\\))*)\\)");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9.]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Messages messages = Messages.load();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysTheSameThings(Language language) {
        assertThat(messages.all(language).keySet())
                .isEqualTo(messages.all(Language.ENGLISH).keySet());
        assertThat(messages.all(language)).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(places(text))
                    .as(key)
                    .isEqualTo(places(messages.all(Language.ENGLISH).get(key)));
        });
    }

    @Test
    void nothingIsSaidThatNobodyAsksFor() {
        String sources = read(Path.of("src/main/jte")) + read(Path.of("src/main/java/io/sluice/gateway/portal"));
        assertThat(messages.all(Language.ENGLISH).keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(sources).as("use of %s", key).contains("\"" + key + "\""));
    }

    @Test
    void everythingThatTemplatesAskForIsSaid() {
        Set<String> asked = new TreeSet<>();
        Matcher calls = IN_TEXT_CALL.matcher(read(Path.of("src/main/jte")));
        while (calls.find()) {
            Matcher literals = LITERAL.matcher(calls.group(1).replace("equals(\"groups\")", ""));
            while (literals.find()) {
                asked.add(literals.group(1));
            }
        }
        assertThat(asked).hasSizeGreaterThan(200);
        assertThat(messages.all(Language.ENGLISH).keySet()).containsAll(asked);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "glossary.csv", numLinesToSkip = 1, delimiter = '|')
    void theWordsThatAdministratorsKnowAreUsed(String key, String english, String french, String japanese) {
        Map<Language, String> words =
                Map.of(Language.ENGLISH, english, Language.FRENCH, french, Language.JAPANESE, japanese);
        words.forEach((language, word) -> {
            if (!word.equals("-")) {
                assertThat(messages.text(language, key, 2)).isEqualTo(word);
            }
        });
    }

    private static Set<String> places(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static String read(Path folder) {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }
}
