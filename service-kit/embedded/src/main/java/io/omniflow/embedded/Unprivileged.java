package io.omniflow.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root; this is how root starts it all the same. */
enum Unprivileged {
    /** Not root: nothing to do. */
    ITSELF(""),
    /** Root that may make a user namespace: there it is nobody in particular, yet owns its files. */
    USER_NAMESPACE("unshare --user"),
    /**
     * Root in a container that forbids namespaces: the user "nobody", who is then given the data directory. It lies below
     * folders only root may enter, so of root's powers the one to pass them is kept; PostgreSQL asks for the id alone.
     */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=+dac_override --ambient-caps=+dac_override");

    private static final int OVERFLOW_ID = 65534;

    private final String prefix;

    Unprivileged(String prefix) {
        this.prefix = prefix;
    }

    List<String> prefix() {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
    }

    static Unprivileged here() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return ITSELF;
        }
        for (Unprivileged way : List.of(USER_NAMESPACE, NOBODY)) {
            if (way.works()) {
                return way;
            }
        }
        throw new EmbeddedServerException(
                "PostgreSQL does not run as root, and neither unshare nor setpriv works here: run as another user");
    }

    /** Only the case in which the server runs under another id needs its files handed over. */
    void handOver(Path file) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(file, "unix:uid", OVERFLOW_ID);
            Files.setAttribute(file, "unix:gid", OVERFLOW_ID);
        }
    }

    private boolean works() {
        List<String> probe = new ArrayList<>(prefix());
        probe.addAll(List.of("id", "-u"));
        try {
            Process process =
                    new ProcessBuilder(probe).redirectErrorStream(true).start();
            String id = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 && !"0".equals(id.strip());
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
