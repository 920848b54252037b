package io.sluice.load.gatling;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this process runs on. Gatling's plug-in hands it over as a jar with nothing but a list in its manifest. */
final class ClassPath {

    private ClassPath() {}

    /** Without classes of tests, which bring a configuration of their own, and without Gatling. */
    static String ofTheGateway() {
        return entries(System.getProperty("java.class.path"))
                .filter(Predicate.not(ClassPath::isOfTests))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> entries(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .map(Path::of)
                .flatMap(entry -> Stream.concat(Stream.of(entry), listed(entry)));
    }

    private static Stream<Path> listed(Path entry) {
        if (!Files.isRegularFile(entry)) {
            return Stream.empty();
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Name.CLASS_PATH))
                    .stream()
                    .flatMap(urls -> Stream.of(urls.split(" +")))
                    .map(url -> Path.of(entry.toUri().resolve(url)));
        } catch (IOException e) {
            throw new UncheckedIOException(entry + " is on the class path and cannot be read", e);
        }
    }

    private static boolean isOfTests(Path entry) {
        return entry.endsWith("test-classes") || entry.toString().contains("/io/gatling/");
    }
}
