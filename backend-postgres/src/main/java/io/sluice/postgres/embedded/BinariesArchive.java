package io.sluice.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the binaries once per version. The directory of a version appears whole or not at all: it is filled under another
 * name and renamed, so that a process that dies in the middle, or two that start at once, leave nothing half done.
 */
final class BinariesArchive {

    private final Platform platform;
    private final BinariesVersion version;

    BinariesArchive(Platform platform, BinariesVersion version) {
        this.platform = platform;
        this.version = version;
    }

    Binaries unpackedUnder(Path cache, Consumer<String> progress) {
        Path target = cache.resolve(version.text());
        try {
            if (!Files.isDirectory(target)) {
                progress.accept("Unpacking PostgreSQL " + version.text());
                unpack(cache, target);
            }
            return new Binaries(target, platform);
        } catch (IOException e) {
            throw EmbeddedFailure.because("The PostgreSQL binaries cannot be unpacked to " + target, e);
        }
    }

    private void unpack(Path cache, Path target) throws IOException {
        Directories.makeReadable(cache);
        Path unfinished = Files.createTempDirectory(cache, ".unpacking-");
        try {
            try (InputStream archive = open()) {
                extract(archive, unfinished);
            }
            Directories.letOthersEnter(unfinished);
            rename(unfinished, target);
        } finally {
            Directories.delete(unfinished);
        }
    }

    private InputStream open() throws IOException {
        InputStream archive = BinariesArchive.class.getClassLoader().getResourceAsStream(platform.resource());
        if (archive == null) {
            throw new IOException("the archive " + platform.resource() + " is not on the class path");
        }
        return archive;
    }

    private static void rename(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster; what it unpacked is the same.
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static void extract(InputStream archive, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (Optional<TarArchiveEntry> entry = next(tar); entry.isPresent(); entry = next(tar)) {
                if (isNeeded(entry.get().getName())) {
                    extract(tar, entry.get(), into);
                }
            }
        }
    }

    private static Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws IOException {
        return Optional.ofNullable(tar.getNextEntry());
    }

    /** Headers and static libraries are for those who compile against it. */
    private static boolean isNeeded(String name) {
        return !name.contains("include/") && !name.endsWith(".a") && !name.endsWith(".lib");
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("the archive names " + entry.getName() + ", which is outside of it");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if (Directories.isPosix(file)) {
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
