package io.omniflow.local;

import io.omniflow.local.process.PidFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One launcher a data directory. The lock is the operating system's, so it ends with its holder however that ends. */
final class LauncherLock implements AutoCloseable {
    private final FileChannel channel;
    private final PidFile pidFile;

    private LauncherLock(FileChannel channel, PidFile pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    static LauncherLock take(Layout layout) throws IOException {
        Path file = layout.run().resolve("launcher.lock");
        PidFile pidFile = new PidFile(layout.run().resolve("launcher.pid"));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            String holder = pidFile.process()
                    .map(process -> " (process " + process.pid() + ")")
                    .orElse("");
            throw new LaunchFailure("The suite already runs on " + layout.data() + holder
                    + "; stop it, or give another --data and other ports");
        }
        pidFile.write(ProcessHandle.current());
        return new LauncherLock(channel, pidFile);
    }

    @Override
    public void close() throws IOException {
        pidFile.delete();
        channel.close();
    }
}
