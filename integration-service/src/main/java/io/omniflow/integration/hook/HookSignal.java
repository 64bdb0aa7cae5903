package io.omniflow.integration.hook;

/** Says that something may be due now. Call it after the commit; losing a call costs time, never a delivery. */
@FunctionalInterface
public interface HookSignal {
    void wake();
}
