package io.omniflow.local;

/** Why the suite cannot be started or kept running, in one line for whoever typed the command. */
public final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaunchFailure(String line) {
        super(line);
    }

    public LaunchFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
