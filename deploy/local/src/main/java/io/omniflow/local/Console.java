package io.omniflow.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the launcher tells, a line at a time; parts start and end at the same time, so lines are printed whole. */
public final class Console {
    private static final int LEFT_WIDTH = 22;

    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    /** A part that is up, and how long that took. */
    public void took(String part, Duration time) {
        line(String.format(Locale.ROOT, "%-" + LEFT_WIDTH + "s %5.1f s", part, time.toMillis() / 1000.0));
    }

    public void told(String part, String what) {
        line(String.format(Locale.ROOT, "%-" + LEFT_WIDTH + "s %s", part, what));
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
