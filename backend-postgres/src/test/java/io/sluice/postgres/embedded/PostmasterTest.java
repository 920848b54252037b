package io.sluice.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostmasterTest {

    @TempDir
    private Path root;

    @Test
    void aFirstStartThatIsSlowIsNoRecovery() {
        Postmaster postmaster = postmaster();

        postmaster.stopLeftover(words -> {});

        assertThat(postmaster.slowness()).isEqualTo("The database takes a moment to start");
    }

    @Test
    void aStartAfterACrashIsARecovery() throws IOException {
        Layout layout = new Layout(root);
        Files.createDirectories(layout.cluster());
        // No process has this number.
        Files.writeString(layout.postmasterPid(), Long.MAX_VALUE / 10 + "\n");
        Postmaster postmaster = postmaster();

        postmaster.stopLeftover(words -> {});

        assertThat(postmaster.slowness()).isEqualTo("The database recovers from its last stop");
        assertThat(layout.postmasterPid()).doesNotExist();
    }

    private Postmaster postmaster() {
        return new Postmaster(
                new Layout(root), new Binaries(root.resolve("binaries"), Platform.current()), new Account.Daemon());
    }
}
