package io.omniflow.local.parts;

/** One thing the launcher starts, watches and stops. */
public interface Part {
    String name();

    /**
     * Starts it and waits until it is ready.
     *
     * @throws io.omniflow.local.LaunchFailure when it does not become ready; nothing of it runs then
     * @throws InterruptedException when the launcher is told to stop meanwhile; nothing of it runs then either
     */
    Running start() throws InterruptedException;

    /** A part that is ready. */
    interface Running {
        Process process();

        /** What can wait until everything is ready; may take its time and much of a processor. */
        void settle() throws InterruptedException;

        /** Why it ended, for the one line that tells of it. */
        String lastWords();

        /** Asks it to end, waits, and forces it when it does not. */
        void stop() throws InterruptedException;
    }
}
