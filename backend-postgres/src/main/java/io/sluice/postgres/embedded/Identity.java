package io.sluice.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Who this process is on Linux.
 *
 * @param capabilities the effective ones as a bit set, see capabilities(7)
 */
record Identity(int uid, long capabilities) {

    private static final int DAC_OVERRIDE = 1;
    private static final int DAC_READ_SEARCH = 2;
    private static final int SETPCAP = 8;

    static Identity current() {
        try {
            int uid = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return new Identity(uid, effectiveCapabilities(Files.readAllLines(Path.of("/proc/self/status"))));
        } catch (IOException e) {
            throw EmbeddedFailure.because("This process cannot find out its own user from /proc", e);
        }
    }

    static long effectiveCapabilities(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("CapEff:"))
                .map(line -> line.substring("CapEff:".length()).strip())
                .mapToLong(hex -> Long.parseUnsignedLong(hex, 16))
                .findFirst()
                .orElse(0);
    }

    boolean isRoot() {
        return uid == 0;
    }

    /** The capability by which another user may enter directories that are closed to it; empty when none can be passed on. */
    String searchCapability() {
        if (!has(SETPCAP)) {
            return "";
        }
        return has(DAC_READ_SEARCH) ? "dac_read_search" : has(DAC_OVERRIDE) ? "dac_override" : "";
    }

    private boolean has(int capability) {
        return (capabilities >>> capability & 1) == 1;
    }
}
