package io.omniflow.local.parts;

import io.omniflow.local.LaunchFailure;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars the launcher itself runs on: its own and the {@code lib} folder beside it. */
final class OwnJars {
    private OwnJars() {}

    static List<Path> all() {
        try {
            Path own = Path.of(OwnJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Stream.concat(Stream.of(own), jarsIn(own.resolveSibling("lib")).stream())
                    .toList();
        } catch (URISyntaxException | IOException e) {
            throw new LaunchFailure("The launcher's own jars cannot be found: " + e.getMessage(), e);
        }
    }

    /** Sorted, for the order of a class path must be the same in every run. */
    static List<Path> jarsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
