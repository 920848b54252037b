package io.sluice.load.own;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the script that starts a gateway. */
public final class Launcher {

    private Launcher() {}

    /**
     * The one beside the jar that runs now, else the one of the working directory or of the directory above it.
     *
     * @throws IllegalStateException when there is none
     */
    public static Path find() {
        Path jar = Path.of(System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, -1)[0])
                .toAbsolutePath();
        List<Path> places = Stream.of(
                        Optional.ofNullable(jar.getParent()),
                        Optional.of(Path.of("").toAbsolutePath()))
                .flatMap(Optional::stream)
                .flatMap(place -> Stream.concat(Stream.of(place), Stream.ofNullable(place.getParent())))
                .map(place -> place.resolve("sluice"))
                .toList();
        return places.stream()
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no launcher in any of " + places));
    }
}
