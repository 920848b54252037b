package io.sluice.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which PostgreSQL this build carries, written down by the build. */
record BinariesVersion(String text) {

    static BinariesVersion current() {
        try (InputStream in = BinariesVersion.class.getResourceAsStream("embedded.properties")) {
            if (in == null) {
                throw EmbeddedFailure.because("This build lacks embedded.properties; build it again.");
            }
            Properties properties = new Properties();
            properties.load(in);
            return new BinariesVersion(properties.getProperty("version", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String major() {
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }
}
