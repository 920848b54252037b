package io.sluice.postgres.embedded;

import io.sluice.core.control.EmbeddedServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that holds an embedded server until it is killed. */
final class GatewayProcess {

    private GatewayProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        EmbeddedServer.Running running =
                new EmbeddedPostgres(Path.of(arguments[1])).start(Path.of(arguments[0]), step -> {});
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write((running.uri() + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.currentThread().join();
        }
    }
}
