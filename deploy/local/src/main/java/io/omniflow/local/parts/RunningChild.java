package io.omniflow.local.parts;

import io.omniflow.local.LaunchFailure;
import io.omniflow.local.process.Ending;
import io.omniflow.local.process.LastWords;
import io.omniflow.local.process.PidFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A Java child that is ready.
 *
 * @param logged the length its log had before it started
 * @param recording what it records for quicker starts, null when it started from such a record itself
 */
record RunningChild(
        Process process,
        String name,
        Path log,
        long logged,
        PidFile pidFile,
        @Nullable AotRecording recording) implements Part.Running {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(25);

    @Override
    public void settle() throws InterruptedException {
        if (recording != null) {
            recording.finish();
        }
    }

    @Override
    public String lastWords() {
        return LastWords.of(process, log, logged);
    }

    @Override
    public void stop() throws InterruptedException {
        try {
            if (recording == null || recording.isFinished()) {
                Ending.of(process.toHandle(), STOP_PATIENCE);
            } else {
                recording.end();
            }
            pidFile.delete();
        } catch (IOException e) {
            throw new LaunchFailure(name + " has ended, but not tidily: " + e.getMessage(), e);
        }
    }
}
