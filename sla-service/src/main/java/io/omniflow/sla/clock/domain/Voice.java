package io.omniflow.sla.clock.domain;

/** Whether a passed mark was told to anybody, or only written down because an import brought it from the past. */
public enum Voice {
    TOLD,
    QUIET
}
