package io.sluice.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Decides on the {@link Account} for a data directory. */
final class AccountChoice {

    /** The user {@code nobody}, which every Linux has and which owns nothing. */
    static final int NOBODY = 65534;

    private final Layout layout;
    private final Identity identity;

    private AccountChoice(Layout layout, Identity identity) {
        this.layout = layout;
        this.identity = identity;
    }

    static Account of(Platform platform, Layout layout) {
        return platform.linux() ? new AccountChoice(layout, Identity.current()).onLinux() : new Account.Daemon();
    }

    private Account onLinux() {
        Optional<String> setpriv = Command.find("setpriv");
        Optional<String> setsid = Command.find("setsid");
        boolean tied = setpriv.isPresent() && setsid.isPresent();
        if (identity.isRoot()) {
            if (!tied) {
                throw EmbeddedFailure.because("PostgreSQL refuses to run as root and there is no setpriv to start it as"
                        + " another user: install util-linux, start as a normal user, or set SLUICE_POSTGRES_URI.");
            }
            return asOtherUser(setpriv.get(), setsid.get(), existingOwner().orElse(NOBODY));
        }
        requireOwnCluster();
        return tied
                ? new Account.Child(
                        List.of(), List.of(setsid.get(), setpriv.get(), "--pdeathsig", "INT"), OptionalInt.empty())
                : new Account.Daemon();
    }

    private Account asOtherUser(String setpriv, String setsid, int uid) {
        List<String> prefix = new ArrayList<>(List.of(setpriv, "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
        prefix.addAll(closedDirectory(uid).map(this::searchArguments).orElse(List.of("--inh-caps=-all")));
        List<String> serverPrefix = new ArrayList<>(List.of(setsid));
        serverPrefix.addAll(prefix);
        serverPrefix.addAll(List.of("--pdeathsig", "INT"));
        return new Account.Child(prefix, serverPrefix, OptionalInt.of(uid));
    }

    /**
     * Homes such as /root are closed to others. The server keeps one capability then, to pass through; it stays with the
     * files' owner for writing. no_setuid_fixup makes access(2), which PostgreSQL asks about its programs, honour it.
     */
    private List<String> searchArguments(Path closed) {
        String capability = identity.searchCapability();
        if (capability.isEmpty()) {
            throw EmbeddedFailure.because("PostgreSQL does not run as root, and the user that it runs as cannot enter "
                    + closed
                    + ", in which the data directory lies: choose another place with SLUICE_DATA_DIR, or allow it with"
                    + " chmod o+x " + closed + ".");
        }
        return List.of(
                "--securebits=+no_setuid_fixup",
                "--inh-caps=-all,+" + capability,
                "--ambient-caps=-all,+" + capability);
    }

    private Optional<Path> closedDirectory(int uid) {
        for (Path path = layout.root(); path != null; path = path.getParent()) {
            if (!canEnter(path, uid)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static boolean canEnter(Path directory, int uid) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
            return permissions.contains(
                    ownerOf(directory) == uid ? PosixFilePermission.OWNER_EXECUTE : PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw EmbeddedFailure.because("The permissions of " + directory + " cannot be read", e);
        }
    }

    private OptionalInt existingOwner() {
        if (!Files.isDirectory(layout.cluster())) {
            return OptionalInt.empty();
        }
        int owner = ownerOf(layout.cluster());
        return owner == 0 ? OptionalInt.empty() : OptionalInt.of(owner);
    }

    private void requireOwnCluster() {
        existingOwner().ifPresent(owner -> {
            if (owner != identity.uid()) {
                throw EmbeddedFailure.because("The database in " + layout.cluster() + " belongs to the user " + owner
                        + " and this process runs as " + identity.uid()
                        + ": start as that user or as root, or choose another place with SLUICE_DATA_DIR.");
            }
        });
    }

    private static int ownerOf(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw EmbeddedFailure.because("The owner of " + path + " cannot be read", e);
        }
    }
}
