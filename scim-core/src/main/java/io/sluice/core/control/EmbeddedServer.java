package io.sluice.core.control;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Found by {@link java.util.ServiceLoader}: a database server that the zero-configuration start runs beside the gateway. */
public interface EmbeddedServer {

    /** Whose settings the started server provides, such as {@code postgres}. */
    String name();

    /**
     * Unpacks, initialises and starts the server as far as needed; blocks, so it is called before any event loop runs.
     *
     * @param dataDirectory where the server keeps its data, made if missing
     * @param progress told in a few words what takes time
     * @throws java.io.UncheckedIOException with a sentence for the operator when it cannot start
     */
    Running start(Path dataDirectory, Consumer<String> progress);

    /** A server that runs and accepts connections. */
    interface Running extends AutoCloseable {

        /** Where it listens, with credentials; a secret. */
        String uri();

        /** Stops cleanly; everything committed is on disk. */
        @Override
        void close();
    }
}
