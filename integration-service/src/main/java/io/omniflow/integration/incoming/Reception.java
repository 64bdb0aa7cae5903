package io.omniflow.integration.incoming;

/** What a webhook is answered. */
public sealed interface Reception {
    /** Kept, or known from before. */
    record Accepted() implements Reception {}

    /** The vendor wants this text back. */
    record Challenged(String answer) implements Reception {}

    /** Why is told to nobody. */
    record Refused() implements Reception {}
}
