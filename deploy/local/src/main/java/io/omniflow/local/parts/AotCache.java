package io.omniflow.local.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Java's ahead-of-time cache of one part: classes as the JVM had them loaded and linked in an earlier run. The run that
 * finds none records one; it counts only once it is whole. The file's name holds a digest of the class path
 * and the JVM, so that another build or JDK never meets it. Without a usable one a start is slower, nothing else.
 */
final class AotCache {
    private final Path file;
    private final Path recording;

    private AotCache(Path file) {
        this.file = file;
        this.recording = file.resolveSibling(file.getFileName() + ".recording");
    }

    static AotCache of(Path folder, String part, List<Path> classPath, List<String> jvmOptions) throws IOException {
        Files.createDirectories(folder);
        String digest = digest(classPath, jvmOptions);
        Path file = folder.resolve(part + "-" + digest + ".aot");
        try (Stream<Path> others = Files.list(folder)) {
            for (Path other : others.filter(
                            path -> path.getFileName().toString().startsWith(part + "-"))
                    .filter(path -> !path.getFileName().toString().contains(digest))
                    .toList()) {
                Files.deleteIfExists(other);
            }
        }
        return new AotCache(file);
    }

    boolean isRecorded() {
        return Files.exists(file);
    }

    List<String> jvmOptions() {
        return List.of(
                isRecorded() ? "-XX:AOTCache=" + file : "-XX:AOTCacheOutput=" + recording,
                "-Xlog:aot*=off",
                "-Xlog:cds*=off");
    }

    /** Called when a recording is complete: before that the file may be half of one. */
    void keepRecording() throws IOException {
        if (Files.exists(recording)) {
            Files.move(recording, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        forgetRecording();
    }

    void discard() throws IOException {
        Files.deleteIfExists(file);
        forgetRecording();
    }

    void forgetRecording() throws IOException {
        Files.deleteIfExists(recording);
        Files.deleteIfExists(recording.resolveSibling(recording.getFileName() + ".config"));
    }

    private static String digest(List<Path> classPath, List<String> jvmOptions) throws IOException {
        StringBuilder identity = new StringBuilder(Runtime.version().toString())
                .append(System.getProperty("java.home"))
                .append(jvmOptions);
        for (Path jar : classPath) {
            identity.append('\n')
                    .append(jar)
                    .append(Files.size(jar))
                    .append(Files.getLastModifiedTime(jar).toMillis());
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(identity.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
