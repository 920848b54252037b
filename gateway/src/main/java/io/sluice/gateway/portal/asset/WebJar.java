package io.sluice.gateway.portal.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** A library for browsers that Maven brought; its version stands in the build alone. */
record WebJar(String artifact) {

    /** Where the class path has this file of it. */
    String path(String file) {
        return "/META-INF/resources/webjars/" + artifact + "/" + version() + "/" + file;
    }

    private String version() {
        Properties properties = new Properties();
        try (InputStream stream = open("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    static InputStream open(String path) {
        return Optional.ofNullable(WebJar.class.getResourceAsStream(path))
                .orElseThrow(() -> new IllegalStateException("The class path has no " + path));
    }
}
