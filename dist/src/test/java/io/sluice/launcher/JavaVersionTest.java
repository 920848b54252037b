package io.sluice.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JavaVersionTest {

    @ParameterizedTest
    @CsvSource({"1.8,8,false", "11,11,false", "17,17,false", "20,20,false", "21,21,true", "25,25,true", "'',0,false"})
    void readsTheFeatureReleaseAndAcceptsFrom21On(String text, int feature, boolean sufficient) {
        var version = JavaVersion.parse(text);
        assertThat(version.feature()).isEqualTo(feature);
        assertThat(version.isSufficient()).isEqualTo(sufficient);
    }

    @Test
    void theRefusalIsOneLineThatNamesBothVersions() {
        assertThat(Launcher.refusal(JavaVersion.parse("17"), "/opt/java"))
                .contains("Java 21 or newer", "Java 17", "/opt/java")
                .doesNotContain("\n");
    }
}
