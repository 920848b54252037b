package io.sluice.deploy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files below deploy/. */
final class Deploy {

    private Deploy() {}

    static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    static Path file(String name) {
        return root().resolve("deploy").resolve(name);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(file("."))) {
            return tree.filter(Files::isRegularFile).map(Path::normalize).toList();
        }
    }

    static List<Object> yaml(Path file) throws IOException {
        List<Object> documents = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            new Load(LoadSettings.builder().setLabel(file.toString()).build())
                    .loadAllFromReader(reader)
                    .forEach(documents::add);
        }
        return documents;
    }
}
