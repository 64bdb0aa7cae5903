package io.omniflow.integration.incoming;

/** Says that something came in. Call it after the commit; losing a call costs time, never a webhook. */
@FunctionalInterface
public interface IncomingSignal {
    void wake();
}
