package io.omniflow.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The server programs, unpacked once per machine and version into a cache folder named by the archive's digest. Any
 * number of processes may ask at once: each unpacks beside and the first to rename wins.
 */
record PostgresBinaries(Path home) {

    static PostgresBinaries unpacked(Unprivileged user) {
        try {
            byte[] archive = archive();
            Path home = cache(user).resolve("postgresql-" + digest(archive).substring(0, 16));
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new EmbeddedServerException("The PostgreSQL programs cannot be unpacked: " + e.getMessage(), e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static byte[] archive() throws IOException {
        String processor = "aarch64".equals(System.getProperty("os.arch")) ? "arm_64" : "x86_64";
        String name = "/postgres-linux-" + processor + ".txz";
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there are none for this system on the class path (" + name + ")");
            }
            return in.readAllBytes();
        }
    }

    /** Under another id the programs must lie where that id can reach them, which root's home is not. */
    private static Path cache(Unprivileged user) throws IOException {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path preferred = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "omniflow")
                : Path.of(configured, "omniflow");
        if (user != Unprivileged.NOBODY && isOurs(preferred)) {
            return preferred;
        }
        Path shared = Path.of("/var/tmp", "omniflow-" + System.getProperty("user.name"));
        if (!isOurs(shared)) {
            throw new IOException(shared + " belongs to somebody else");
        }
        return shared;
    }

    private static boolean isOurs(Path folder) {
        try {
            Files.createDirectories(folder);
            String me = System.getProperty("user.name");
            return Files.isWritable(folder) && Files.getOwner(folder).getName().equals(me);
        } catch (IOException unusable) {
            return false;
        }
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        Path beside = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, beside);
            }
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
            deleteTree(beside);
        } catch (IOException e) {
            deleteTree(beside);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, root.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Set<PosixFilePermission> mode = PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
            Files.setPosixFilePermissions(target, mode);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
