package io.omniflow.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a child into a session of its own, so that Ctrl-C in a terminal reaches only the parent, which then stops its
 * children in order. Where {@code setsid} is missing the child stays in the parent's session and gets the signal too.
 */
public final class OwnSession {
    private static final Optional<String> SETSID = onPath("setsid");

    private OwnSession() {}

    public static List<String> of(List<String> command) {
        List<String> detached = new ArrayList<>();
        SETSID.ifPresent(detached::add);
        detached.addAll(command);
        return detached;
    }

    static Optional<String> onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/bin", "/bin", "/usr/sbin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
