package io.omniflow.local.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that looks like a JDK to whoever does not start it. */
final class FakeJdk {
    private FakeJdk() {}

    static Path make(Path home, String version) throws IOException {
        Path programs = Files.createDirectories(home.resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            Path file = Files.writeString(programs.resolve(program), "#!/bin/sh\n");
            if (!file.toFile().setExecutable(true)) {
                throw new IOException("cannot be made executable: " + file);
            }
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Fake\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
