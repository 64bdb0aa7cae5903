package io.omniflow.integration.hook.domain;

/** Whether an endpoint is sent anything. */
public enum Activity {
    ENABLED,
    DISABLED
}
